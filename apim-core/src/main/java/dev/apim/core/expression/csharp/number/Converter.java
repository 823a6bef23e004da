package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code Convert} does with any value: numbers are rounded half to even and must fit. */
final class Converter {
    private Converter() {}

    /** A value as a number or {@code char}; null is zero. */
    static Object to(@Nullable Object value, NumericType to) {
        if (value == null) {
            return to == NumericType.CHAR ? '\0' : Conversions.convert(0, to, true);
        }
        if (value instanceof String text) {
            return to == NumericType.CHAR ? character(text) : NumberParser.parse(text, styles(to), to);
        }
        if (value instanceof EnumValue constant) {
            return to((Object) (int) constant.value(), to);
        }
        if (value instanceof Boolean bool && to != NumericType.CHAR) {
            return Conversions.convert(bool ? 1 : 0, to, true);
        }
        NumericType from = NumericType.ofValue(value);
        if (from == null || isRefused(from, to)) {
            throw invalid(value, to.typeName());
        }
        return number(value, from, to);
    }

    /** A value as a {@code bool}; null is false. */
    static boolean toBoolean(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        if (value instanceof String text) {
            return BooleanType.parse(text);
        }
        if (value instanceof EnumValue constant) {
            return constant.value() != 0;
        }
        NumericType from = NumericType.ofValue(value);
        if (from == null || from == NumericType.CHAR) {
            throw invalid(value, "Boolean");
        }
        return switch (from) {
            case DECIMAL -> ((BigDecimal) value).signum() != 0;
            case SINGLE, DOUBLE -> ((Number) value).doubleValue() != 0;
            default -> Conversions.bits(value) != 0;
        };
    }

    private static int styles(NumericType to) {
        return NumberType.styles(to);
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw DotNetException.format("String must be exactly one character long.");
        }
        return text.charAt(0);
    }

    private static boolean isRefused(NumericType from, NumericType to) {
        return (from == NumericType.CHAR && !to.integral()) || (to == NumericType.CHAR && !from.integral());
    }

    private static Object number(Object value, NumericType from, NumericType to) {
        if (!to.integral()) {
            return Conversions.convert(value, to, true);
        }
        if (from == NumericType.DECIMAL) {
            return Decimals.toIntegral(((BigDecimal) value).setScale(0, RoundingMode.HALF_EVEN), to);
        }
        if (!from.integral()) {
            return rounded(((Number) value).doubleValue(), to);
        }
        BigInteger integer = Conversions.integer(value);
        if (!to.holds(integer)) {
            throw to.overflow();
        }
        return to.box(integer.longValue());
    }

    /** The small types go through {@code int}, whose message is shown when not even that holds the number. */
    private static Object rounded(double value, NumericType to) {
        double whole = Math.rint(value);
        if (to.bits() < 32) {
            Object wide = rounded(value, NumericType.INT32);
            return number(wide, NumericType.INT32, to);
        }
        Object result = Conversions.fitting(whole, to);
        if (result == null) {
            throw to.bits() == 64 ? DotNetException.overflow() : to.overflow();
        }
        return result;
    }

    static DotNetException invalid(Object value, String to) {
        if (!isConvertible(value)) {
            return DotNetException.invalidCast(fullName(value), "System.IConvertible");
        }
        return invalidCast(typeName(value), to);
    }

    static DotNetException invalidCast(String from, String to) {
        return new DotNetException("System.InvalidCastException", "Invalid cast from '" + from + "' to '" + to + "'.");
    }

    static boolean isConvertible(Object value) {
        return value instanceof Boolean
                || value instanceof String
                || value instanceof EnumValue
                || NumericType.ofValue(value) != null
                || value instanceof DateTime;
    }

    static EnumValue typeCode(@Nullable Object value) {
        if (value == null) {
            return NumberLibrary.TYPE_CODE.of("Empty");
        }
        return NumberLibrary.TYPE_CODE.of(
                value instanceof EnumValue ? "Int32" : isConvertible(value) ? typeName(value) : "Object");
    }

    private static String typeName(Object value) {
        if (value instanceof EnumValue constant) {
            return constant.type().name().substring(constant.type().name().lastIndexOf('.') + 1);
        }
        NumericType type = NumericType.ofValue(value);
        return type == null ? plainName(value) : type.typeName();
    }

    private static String plainName(Object value) {
        return value instanceof Boolean ? "Boolean" : value instanceof DateTime ? "DateTime" : "String";
    }

    /** The .NET type of a simple value, as messages name it. */
    static String fullName(Object value) {
        if (value instanceof EnumValue constant) {
            return constant.type().name();
        }
        if (value instanceof UUID) {
            return "System.Guid";
        }
        return isConvertible(value) ? "System." + typeName(value) : DotNetText.typeName(value);
    }
}
