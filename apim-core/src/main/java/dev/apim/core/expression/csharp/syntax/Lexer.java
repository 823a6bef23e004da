package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of an expression into tokens, as chapter "Lexical structure" of the C# 7 specification has them. {@code >} is always a
 * token by itself or with one {@code =}: the parser puts shifts together, for only it knows where type arguments end.
 */
final class Lexer {
    /** Longest first where one begins another. */
    private static final String[] SYMBOLS = {
        "<<=", "??=", "=>", "::", "++", "--", "&&", "||", "->", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=",
        "&=", "|=", "^=", "<<", "??", "?.", "..", "{", "}", "[", "]", "(", ")", ".", ",", ":", ";", "+", "-", "*", "/",
        "%", "&", "|", "^", "!", "~", "=", "<", ">", "?"
    };

    private final Scanner scanner;
    private final boolean placeholders;
    private final StringLexer strings;

    private Lexer(Scanner scanner, boolean placeholders) {
        this.scanner = scanner;
        this.placeholders = placeholders;
        this.strings = new StringLexer(scanner, this);
    }

    /** The tokens from {@code start}, an end token behind them. */
    static List<Token> tokens(String text, int start, boolean placeholders, SyntaxIssues issues) {
        Lexer lexer = new Lexer(new Scanner(text, start, issues), placeholders);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (!tokens.get(tokens.size() - 1).is(TokenKind.END));
        return tokens;
    }

    /** The next token; what is none is reported and passed over. */
    Token next() {
        while (true) {
            skipTrivia();
            int start = scanner.at();
            Token token = scanner.current() == Scanner.END ? token(TokenKind.END, start, "expression") : read(start);
            if (token != null) {
                return token;
            }
        }
    }

    private @Nullable Token read(int start) {
        int c = scanner.current();
        if (isIdentifierStart(c) || (c == '@' && isIdentifierStart(scanner.ahead(1)))) {
            return word(start);
        }
        if (isDigit(c) || (c == '.' && isDigit(scanner.ahead(1)))) {
            return new NumberLexer(scanner).read();
        }
        Token string = strings.read();
        if (string != null) {
            return string;
        }
        return c == '{' && placeholders && skipPlaceholder()
                ? token(TokenKind.PLACEHOLDER, start, scanner.since(start).substring(2, scanner.at() - start - 2))
                : symbol(start);
    }

    private Token word(int start) {
        boolean verbatim = scanner.accept("@");
        int from = scanner.at();
        while (isIdentifierPart(scanner.current())) {
            scanner.skip(1);
        }
        String word = scanner.since(from);
        return token(!verbatim && Words.isKeyword(word) ? TokenKind.KEYWORD : TokenKind.IDENTIFIER, start, word);
    }

    private @Nullable Token symbol(int start) {
        for (String symbol : SYMBOLS) {
            if (scanner.looksAt(symbol) && !(symbol.equals("?.") && isDigit(scanner.ahead(2)))) {
                scanner.skip(symbol.length());
                return token(TokenKind.SYMBOL, start, symbol);
            }
        }
        foreign(start);
        return null;
    }

    private void foreign(int start) {
        int c = scanner.current();
        scanner.skip(Character.isHighSurrogate((char) c) ? 2 : 1);
        if (c == '#') {
            while (!scanner.atLineEnd()) {
                scanner.skip(1);
            }
            scanner.error(start, "lines that begin with '#', such as #region, are not available in policy expressions");
        } else if (c == '\u201c' || c == '\u201d' || c == '\u2018' || c == '\u2019') {
            scanner.error(start, "found a typographic quotation mark, which C# does not know; write \" or '");
        } else {
            scanner.error(start, "found '" + scanner.shownSince(start) + "', which begins nothing in C#; delete it");
        }
    }

    private void skipTrivia() {
        while (true) {
            if (isSpace(scanner.current())) {
                scanner.skip(1);
            } else if (scanner.looksAt("//")) {
                while (!scanner.atLineEnd()) {
                    scanner.skip(1);
                }
            } else if (scanner.looksAt("/*")) {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void blockComment() {
        int start = scanner.at();
        scanner.skip(2);
        while (!scanner.accept("*/")) {
            if (scanner.current() == Scanner.END) {
                scanner.error(start, "the comment that begins here is not closed: expected */");
                return;
            }
            scanner.skip(1);
        }
    }

    /** The names that a document's reader would substitute, no others: all else is C#'s. */
    private boolean skipPlaceholder() {
        int end = 2;
        while (isNamePart(scanner.ahead(end))) {
            end++;
        }
        if (!scanner.looksAt("{{") || end == 2 || scanner.ahead(end) != '}' || scanner.ahead(end + 1) != '}') {
            return false;
        }
        scanner.skip(end + 2);
        return true;
    }

    private Token token(TokenKind kind, int start, String text) {
        return new Token(kind, scanner.spanFrom(start), text, null);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIdentifierStart(int c) {
        return c == '_' || (c >= 0 && Character.isUnicodeIdentifierStart(c));
    }

    static boolean isIdentifierPart(int c) {
        return c == '_' || (c >= 0 && Character.isUnicodeIdentifierPart(c) && !Character.isISOControl(c));
    }

    private static boolean isNamePart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '_' || c == '-';
    }

    private static boolean isSpace(int c) {
        return c >= 0 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\ufeff');
    }
}
