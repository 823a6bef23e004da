package dev.apim.core.expression.csharp.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.DotNetText;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code ToString()} of any value of an expression, with the invariant culture. The classes that stand for .NET's types override Java's
 * {@code toString} with .NET's.
 */
public final class Texts {
    /** {@code Environment.NewLine}, as on Azure's self-hosted gateway. */
    public static final String NEW_LINE = "\n";

    /** What arrays are shown as by {@code ToString()}. */
    private static final Map<Class<?>, String> ELEMENTS = Map.ofEntries(
            Map.entry(byte.class, "System.Byte"),
            Map.entry(Byte.class, "System.SByte"),
            Map.entry(Short.class, "System.Int16"),
            Map.entry(Integer.class, "System.Int32"),
            Map.entry(Long.class, "System.Int64"),
            Map.entry(UInt16.class, "System.UInt16"),
            Map.entry(UInt32.class, "System.UInt32"),
            Map.entry(UInt64.class, "System.UInt64"),
            Map.entry(Float.class, "System.Single"),
            Map.entry(Double.class, "System.Double"),
            Map.entry(BigDecimal.class, "System.Decimal"),
            Map.entry(Character.class, "System.Char"),
            Map.entry(Boolean.class, "System.Boolean"),
            Map.entry(String.class, "System.String"),
            Map.entry(UUID.class, "System.Guid"));

    private static final Set<Class<?>> OURS = Set.of(UUID.class, URI.class, Instant.class, Duration.class);

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
        return value.getClass().isArray() ? arrayName(value.getClass()) : ofObject(value);
    }

    private static String arrayName(Class<?> array) {
        Class<?> element = array.getComponentType();
        return (element.isArray() ? arrayName(element) : ELEMENTS.getOrDefault(element, "System.Object")) + "[]";
    }

    /** Java's own text of an object tells the name of its class, which is nobody's concern. */
    private static String ofObject(Object value) {
        if (isOfTheHost(value)) {
            return "System.Object";
        }
        String text = DotNetText.of(value);
        boolean isJavas = text.indexOf('@') > 0
                && text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
        return isJavas ? "System.Object" : text;
    }

    /** Whether it is none of our values, such as what a policy of the host's put into a variable. */
    private static boolean isOfTheHost(Object value) {
        return !(value instanceof Number || value instanceof Character || value instanceof JsonNode)
                && !OURS.contains(value.getClass())
                && !value.getClass().getName().startsWith("dev.apim.");
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
