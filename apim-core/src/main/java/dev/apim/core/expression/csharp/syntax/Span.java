package dev.apim.core.expression.csharp.syntax;

/**
 * A stretch of an expression's text.
 *
 * @param start offset of the first character, from 0 at the {@code @}
 * @param end offset behind the last
 */
public record Span(int start, int end) {
    /** From the start of one to the end of another. */
    public static Span of(Span first, Span last) {
        return new Span(first.start, last.end);
    }
}
