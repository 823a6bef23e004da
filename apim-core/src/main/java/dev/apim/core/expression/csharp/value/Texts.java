package dev.apim.core.expression.csharp.value;

import dev.apim.core.expression.DotNetText;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code ToString()} of any value of an expression, with the invariant culture. The classes that stand for .NET's types override Java's
 * {@code toString} with .NET's.
 */
public final class Texts {
    /** {@code Environment.NewLine}, as on Azure's self-hosted gateway. */
    public static final String NEW_LINE = "\n";

    private Texts() {}

    /** The text of a value that is there. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return NumberFormat.format(value, null);
        }
        return DotNetText.of(value);
    }

    /** The text of a value; empty of null, as concatenation and interpolation take it. */
    public static String orEmpty(@Nullable Object value) {
        return value == null ? "" : of(value);
    }

    /**
     * The text of a value in a format; one that takes none ignores it.
     *
     * @throws DotNetException a {@code FormatException} for a format it does not know
     */
    public static String of(@Nullable Object value, @Nullable String format) {
        if (value == null) {
            return "";
        }
        if (value instanceof Formattable formattable) {
            return formattable.format(format);
        }
        if (isNumber(value)) {
            return NumberFormat.format(value, format);
        }
        if (value instanceof UUID guid) {
            return GuidFormat.format(guid, format);
        }
        return of(value);
    }

    /** Whether it is a number of one of C#'s types; a {@code char} is none. */
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Unsigned;
    }
}
