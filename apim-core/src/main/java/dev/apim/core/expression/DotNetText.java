package dev.apim.core.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ContextTypes;
import dev.apim.core.json.Json;
import dev.apim.http.Url;
import dev.apim.model.Product;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** How .NET writes a value with the invariant culture: what {@code ToString()} gives in Azure's expressions. */
public final class DotNetText {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TICKS_PER_SECOND = 10_000_000;

    private DotNetText() {}

    /** The text of a value. */
    public static String of(Object value) {
        if (value instanceof String || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        }
        if (value instanceof Double || value instanceof Float) {
            return decimal(((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant instant) {
            return DATE_TIME.format(instant);
        }
        if (value instanceof Duration duration) {
            return timeSpan(duration);
        }
        if (value instanceof Product.State state) {
            return state == Product.State.PUBLISHED ? "Published" : "NotPublished";
        }
        if (value instanceof JsonNode json) {
            return json.isTextual() ? json.textValue() : Json.write(json);
        }
        return isOpaque(value) ? typeName(value) : value.toString();
    }

    /** Whether .NET shows no more of it than its type; Java would show its content, or where we implement it. */
    private static boolean isOpaque(Object value) {
        return value.getClass().isArray()
                || value instanceof Map
                || value instanceof Collection
                || (!(value instanceof Url) && ContextTypes.of(value) != null);
    }

    /** The name of the .NET type that a value stands for, as exception messages show it. */
    public static String typeName(Object value) {
        if (value instanceof Object[] array) {
            Class<?> element = array.getClass().getComponentType();
            return (element == Object.class ? "System.Object" : typeName(element)) + "[]";
        }
        if (value instanceof byte[]) {
            return "System.Byte[]";
        }
        if (value instanceof Instant) {
            return "System.DateTime";
        }
        if (value instanceof Duration) {
            return "System.TimeSpan";
        }
        ContextType type = ContextTypes.of(value);
        return type == null ? typeName(value.getClass()) : type.name();
    }

    static String typeName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "System.String";
            case "Boolean" -> "System.Boolean";
            case "Integer" -> "System.Int32";
            case "Long" -> "System.Int64";
            case "Double" -> "System.Double";
            case "BigDecimal" -> "System.Decimal";
            case "UUID" -> "System.Guid";
            // What is none of ours is the host's, whose classes are nobody's concern.
            default -> type.getName().startsWith("dev.apim.") ? type.getSimpleName() : "System.Object";
        };
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    private static String timeSpan(Duration duration) {
        Duration size = duration.abs();
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        if (size.toDays() > 0) {
            text.append(size.toDays()).append('.');
        }
        text.append(String.format(
                Locale.ROOT, "%02d:%02d:%02d", size.toHoursPart(), size.toMinutesPart(), size.toSecondsPart()));
        int ticks = size.toNanosPart() / (1_000_000_000 / TICKS_PER_SECOND);
        return ticks == 0
                ? text.toString()
                : text.append(String.format(Locale.ROOT, ".%07d", ticks)).toString();
    }

    /** The shortest digits that read back the same; an exponent from 10¹⁵ up and below 10⁻⁴. */
    private static String decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value), MathContext.UNLIMITED).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "E" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }
}
