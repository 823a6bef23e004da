package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads strings of all kinds and characters. */
final class StringLexer {
    private static final int DEEPEST = 32;

    private final Scanner scanner;
    private final Lexer lexer;
    private final Escapes escapes;
    private int depth;

    StringLexer(Scanner scanner, Lexer lexer) {
        this.scanner = scanner;
        this.lexer = lexer;
        this.escapes = new Escapes(scanner);
    }

    /** The string or character that begins here, or null where none does. */
    @Nullable
    Token read() {
        int start = scanner.at();
        if (scanner.looksAt("\"\"\"") || scanner.looksAt("$\"\"\"")) {
            return raw(start);
        }
        if (scanner.accept("\"")) {
            return token(TokenKind.STRING, start, regular(start));
        }
        if (scanner.accept("@\"")) {
            return token(TokenKind.STRING, start, verbatim(start));
        }
        if (scanner.accept("$\"")) {
            return interpolated(start, false);
        }
        if (scanner.accept("$@\"") || scanner.accept("@$\"")) {
            return interpolated(start, true);
        }
        return scanner.accept("'") ? character(start) : null;
    }

    private Token raw(int start) {
        scanner.accept("$");
        scanner.skip(3);
        while (!scanner.looksAt("\"\"\"") && scanner.current() != Scanner.END) {
            scanner.skip(1);
        }
        scanner.skip(3);
        scanner.error(start, NewerSyntax.message("a string in three quotation marks", "@\"…\" with \"\" for each \""));
        return token(TokenKind.STRING, start, "");
    }

    private String regular(int start) {
        StringBuilder value = new StringBuilder();
        while (!scanner.accept("\"")) {
            if (scanner.atLineEnd()) {
                notClosed(start);
                break;
            }
            character(value);
        }
        return value.toString();
    }

    private String verbatim(int start) {
        StringBuilder value = new StringBuilder();
        while (true) {
            if (scanner.accept("\"\"")) {
                value.append('"');
            } else if (scanner.accept("\"")) {
                return value.toString();
            } else if (scanner.current() == Scanner.END) {
                scanner.error(start, "the string that begins here is not closed: expected \"");
                return value.toString();
            } else {
                value.append((char) scanner.current());
                scanner.skip(1);
            }
        }
    }

    private Token character(int start) {
        StringBuilder value = new StringBuilder();
        while (!scanner.accept("'")) {
            if (scanner.atLineEnd()) {
                scanner.error(start, "the character that begins here is not closed on its line: expected '");
                return token(TokenKind.CHARACTER, start, '?');
            }
            character(value);
        }
        if (value.length() == 1) {
            return token(TokenKind.CHARACTER, start, value.charAt(0));
        }
        scanner.error(
                start,
                "single quotation marks hold exactly one character, found " + value.length()
                        + "; write \"…\" for a string");
        return token(TokenKind.STRING, start, value.toString());
    }

    private void character(StringBuilder value) {
        if (scanner.current() == '\\') {
            escapes.read(value);
        } else {
            value.append((char) scanner.current());
            scanner.skip(1);
        }
    }

    private Token interpolated(int start, boolean verbatim) {
        List<StringPart> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (!closed(verbatim)) {
            if (verbatim ? scanner.current() == Scanner.END : scanner.atLineEnd()) {
                notClosed(start);
                break;
            }
            if (scanner.current() == '{' && scanner.ahead(1) != '{') {
                flush(text, parts);
                hole(verbatim, parts);
            } else {
                text(verbatim, text);
            }
        }
        flush(text, parts);
        return token(TokenKind.INTERPOLATED, start, List.copyOf(parts));
    }

    private boolean closed(boolean verbatim) {
        return !(verbatim && scanner.looksAt("\"\"")) && scanner.accept("\"");
    }

    private void text(boolean verbatim, StringBuilder text) {
        int start = scanner.at();
        if (scanner.accept("{{")) {
            text.append('{');
        } else if (scanner.accept("}}")) {
            text.append('}');
        } else if (verbatim && scanner.accept("\"\"")) {
            text.append('"');
        } else if (scanner.accept("}")) {
            scanner.error(start, "found a single '}' in an interpolated string; write }} for a brace");
        } else if (scanner.current() == '\\' && !verbatim) {
            escapes.read(text);
        } else {
            text.append((char) scanner.current());
            scanner.skip(1);
        }
    }

    private void hole(boolean verbatim, List<StringPart> parts) {
        int start = scanner.at();
        scanner.skip(1);
        if (++depth > DEEPEST) {
            scanner.error(start, "interpolated strings are nested more than " + DEEPEST + " deep; use variables");
            scanner.skip(Integer.MAX_VALUE / 2);
        }
        List<Token> tokens = holeTokens(start);
        if (!verbatim && scanner.crossedLine(start)) {
            scanner.error(
                    start,
                    "a hole of a $\"…\" string must end on the line on which it begins; write $@\"…\" or a variable");
        }
        String format = tokens.get(tokens.size() - 1).is(":") ? format(start, verbatim) : null;
        Token last = tokens.remove(tokens.size() - 1);
        tokens.add(new Token(TokenKind.END, last.span(), "hole", null));
        parts.add(new StringPart.Hole(scanner.spanFrom(start), List.copyOf(tokens), format));
        depth--;
    }

    /** The tokens of a hole; the last is what ended it. */
    private List<Token> holeTokens(int start) {
        List<Token> tokens = new ArrayList<>();
        int brackets = 0;
        while (true) {
            Token token = lexer.next();
            tokens.add(token);
            if (token.is(TokenKind.END)) {
                holeNotClosed(start);
                return tokens;
            }
            if (brackets == 0 && (token.is("}") || token.is(":"))) {
                return tokens;
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                brackets++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                brackets = Math.max(0, brackets - 1);
            }
        }
    }

    private String format(int hole, boolean verbatim) {
        StringBuilder format = new StringBuilder();
        while (!scanner.accept("}")) {
            if (scanner.current() == '"' || (verbatim ? scanner.current() == Scanner.END : scanner.atLineEnd())) {
                holeNotClosed(hole);
                break;
            }
            if (verbatim) {
                format.append((char) scanner.current());
                scanner.skip(1);
            } else {
                character(format);
            }
        }
        return format.toString();
    }

    private static void flush(StringBuilder text, List<StringPart> parts) {
        if (!text.isEmpty()) {
            parts.add(new StringPart.Text(text.toString()));
            text.setLength(0);
        }
    }

    private void notClosed(int start) {
        scanner.error(start, "the string that begins here is not closed on its line: expected \"");
    }

    private void holeNotClosed(int start) {
        scanner.error(start, "the hole of an interpolated string that begins here is not closed: expected '}'");
    }

    private Token token(TokenKind kind, int start, Object value) {
        return new Token(kind, scanner.spanFrom(start), "", value);
    }
}
