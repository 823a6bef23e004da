package dev.apim.core.expression.csharp.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens and the place the parser has come to. Of several mistakes at one token only the first is reported: the others follow from
 * it. Not thread-safe.
 */
final class Tokens {
    private final List<Token> tokens;
    private final int[] partners;
    private final SyntaxIssues issues;
    private int index;
    private int complained = -1;
    private boolean silent;
    private int queries;

    Tokens(List<Token> tokens, SyntaxIssues issues) {
        this.tokens = tokens;
        this.issues = issues;
        this.partners = partners(tokens);
    }

    /** For each opening bracket the index of its closing one, else -1; what is not closed properly has none. */
    private static int[] partners(List<Token> tokens) {
        int[] partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        int[] open = new int[tokens.size()];
        int size = 0;
        for (int i = 0; i < partners.length; i++) {
            Token token = tokens.get(i);
            if (isOpening(token)) {
                open[size++] = i;
            } else if (size > 0
                    && isClosing(token)
                    && tokens.get(open[size - 1]).is(opening(token.text()))) {
                partners[open[--size]] = i;
            }
        }
        return partners;
    }

    private static boolean isOpening(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    private static boolean isClosing(Token token) {
        return token.is(")") || token.is("]") || token.is("}");
    }

    private static String opening(String closing) {
        return closing.equals(")") ? "(" : closing.equals("]") ? "[" : "{";
    }

    SyntaxIssues issues() {
        return issues;
    }

    int index() {
        return index;
    }

    Token at(int position) {
        return tokens.get(Math.min(position, tokens.size() - 1));
    }

    Token peek() {
        return at(index);
    }

    Token ahead(int count) {
        return at(index + count);
    }

    Token next() {
        Token token = peek();
        index = Math.min(index + 1, tokens.size() - 1);
        return token;
    }

    boolean is(String keywordOrSymbol) {
        return peek().is(keywordOrSymbol);
    }

    boolean isWord(String word) {
        return peek().isWord(word);
    }

    boolean atEnd() {
        return peek().is(TokenKind.END);
    }

    boolean atName() {
        return isName(peek());
    }

    /** Whether it may name something here. */
    boolean isName(Token token) {
        return token.is(TokenKind.IDENTIFIER)
                && !(queries > 0 && token.isPlain() && Words.OF_QUERIES.contains(token.text()));
    }

    /** The words of queries are no names from here to {@link #leaveQuery}. */
    void enterQuery() {
        queries++;
    }

    void leaveQuery() {
        queries--;
    }

    boolean accept(String keywordOrSymbol) {
        boolean found = is(keywordOrSymbol);
        if (found) {
            next();
        }
        return found;
    }

    boolean acceptWord(String word) {
        boolean found = isWord(word);
        if (found) {
            next();
        }
        return found;
    }

    /** Takes the token, or reports that it is not there. */
    boolean expect(String keywordOrSymbol) {
        boolean found = accept(keywordOrSymbol);
        if (!found) {
            unexpected("'" + keywordOrSymbol + "'");
        }
        return found;
    }

    /** Takes a name, or reports that there is none; then it is empty. */
    Token expectName(String what) {
        if (atName()) {
            return next();
        }
        unexpected(what);
        return new Token(TokenKind.IDENTIFIER, new Span(peek().start(), peek().start()), "", null);
    }

    /** The index of the bracket that closes the one at {@code position}, or -1. */
    int partner(int position) {
        return partners[Math.min(position, partners.length - 1)];
    }

    /** Where the token before this one ends. */
    int previousEnd() {
        return index == 0 ? peek().start() : at(index - 1).end();
    }

    Span spanFrom(int start) {
        return new Span(start, Math.max(start, previousEnd()));
    }

    /** Reports that this token is not what is expected. */
    void unexpected(String expected) {
        complain(peek().span(), "found " + shown(peek()) + ", expected " + expected);
    }

    /** Reports what is wrong at this token, unless something was already. */
    void complain(Span span, String message) {
        if (complained != index) {
            complained = index;
            error(span, message);
        }
    }

    void error(Span span, String message) {
        if (!silent) {
            issues.error(span, message);
        }
    }

    String shown(Token token) {
        return switch (token.kind()) {
            case END -> "the end of the " + token.text();
            case IDENTIFIER, KEYWORD, SYMBOL, NUMBER -> "'" + issues.shown(token.span(), token.text()) + "'";
            case PLACEHOLDER -> "'{{" + token.text() + "}}'";
            case STRING, CHARACTER, INTERPOLATED -> token.kind().description();
        };
    }

    /** Goes to the next of these on this level of brackets, at most to the end of the statement; what is skipped was reported. */
    void skipTo(String one, String other) {
        while (!atEnd() && !is(one) && !is(other) && !is(";") && !isClosing(peek())) {
            skip();
        }
        complained = index;
    }

    /** Goes behind the statement. */
    void skipStatement() {
        while (!atEnd() && !is("}")) {
            boolean last = is(";") || is("{");
            skip();
            if (last) {
                return;
            }
        }
    }

    /** Passes over a token, with what it encloses. */
    void skip() {
        index = Math.min(Math.max(index, partner(index)) + 1, tokens.size() - 1);
    }

    /** Ends the reading; what follows is not reported any more. */
    void giveUp() {
        silent = true;
        index = tokens.size() - 1;
    }
}
