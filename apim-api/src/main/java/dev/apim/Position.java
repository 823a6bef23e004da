package dev.apim;

import java.util.Objects;

/**
 * A place in a text that somebody wrote.
 *
 * @param source the file's path as the user knows it, or a resource path such as {@code /apis/orders/policies/policy}
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Position(String source, int line, int column) {
    public Position {
        Objects.requireNonNull(source, "source");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column are 1-based, found " + line + ":" + column);
        }
    }

    /** The first character of {@code source}. */
    public static Position startOf(String source) {
        return new Position(source, 1, 1);
    }

    /** {@code source:line:column}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
