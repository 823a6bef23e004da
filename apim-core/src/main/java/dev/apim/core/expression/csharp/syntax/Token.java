package dev.apim.core.expression.csharp.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A word of an expression's text.
 *
 * @param text the name without its {@code @}, the keyword, the symbol or the number as written; empty of strings
 * @param value of a literal
 */
record Token(
        TokenKind kind, Span span, String text, @Nullable Object value) {
    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }

    boolean is(TokenKind other) {
        return kind == other;
    }

    /** Whether it is this keyword or symbol. */
    boolean is(String keywordOrSymbol) {
        return (kind == TokenKind.SYMBOL || kind == TokenKind.KEYWORD) && text.equals(keywordOrSymbol);
    }

    /** Whether it is this contextual keyword; {@code @word} never is. */
    boolean isWord(String word) {
        return kind == TokenKind.IDENTIFIER && isPlain() && text.equals(word);
    }

    /** Whether the name is written without {@code @}. */
    boolean isPlain() {
        return end() - start() == text.length();
    }

    /** Whether nothing stands between this and the next. */
    boolean touches(Token next) {
        return end() == next.start();
    }
}
