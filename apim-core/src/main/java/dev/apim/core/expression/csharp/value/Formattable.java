package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** A value that takes a format string (.NET: {@code IFormattable}), with the invariant culture. */
public interface Formattable {
    /**
     * The text in a format.
     *
     * @param format null or empty for the general one
     * @throws DotNetException a {@code FormatException} for a format it does not know
     */
    String format(@Nullable String format);
}
