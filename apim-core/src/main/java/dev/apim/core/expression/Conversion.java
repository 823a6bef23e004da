package dev.apim.core.expression;

import dev.apim.policy.ExpressionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an expression gave into what the policy wants, as .NET converts (Azure: an attribute or a text with an expression).
 *
 * <p>Text takes anything by its {@code ToString()}; null stays null. A truth value may be given as text, and so may a number. A number
 * that is not whole is rounded to the nearest, a half to the even one. Null is no truth value and no number.
 */
public final class Conversion {
    private Conversion() {}

    /**
     * Converts.
     *
     * @param type {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code Double} or {@code Object}
     * @throws ExpressionException with .NET's message when the value cannot be converted
     */
    public static <T> @Nullable T to(@Nullable Object value, Class<T> type) {
        if (type.isInstance(value) || type == Object.class) {
            return type.cast(value);
        }
        if (type == String.class) {
            return value == null ? null : type.cast(DotNetText.of(value));
        }
        if (value == null) {
            throw new ExpressionException("Null object cannot be converted to a value type.");
        }
        return type.cast(other(value, type));
    }

    private static Object other(Object value, Class<?> type) {
        if (type == Boolean.class && value instanceof String text) {
            return bool(text);
        }
        if (type == Integer.class) {
            BigInteger number = whole(value, type);
            if (number.bitLength() < Integer.SIZE) {
                return number.intValue();
            }
            throw new ExpressionException("Value was either too large or too small for an Int32.");
        }
        if (type == Long.class) {
            BigInteger number = whole(value, type);
            if (number.bitLength() < Long.SIZE) {
                return number.longValue();
            }
            throw new ExpressionException("Value was either too large or too small for an Int64.");
        }
        if (type == Double.class) {
            return value instanceof Number number ? number.doubleValue() : Double.valueOf(digits(value, type));
        }
        throw invalidCast(value, type);
    }

    private static Boolean bool(String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        if (word.equalsIgnoreCase("false")) {
            return Boolean.FALSE;
        }
        throw new ExpressionException("String '" + shown(text) + "' was not recognized as a valid Boolean.");
    }

    private static BigInteger whole(Object value, Class<?> type) {
        if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite()) {
                throw new ExpressionException("Value was either too large or too small for a whole number.");
            }
            return rounded(BigDecimal.valueOf(number));
        }
        if (value instanceof BigDecimal number) {
            return rounded(number);
        }
        if (value instanceof Number number) {
            return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
        }
        String text = digits(value, type);
        try {
            return new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        } catch (NumberFormatException notOne) {
            throw malformed(text);
        }
    }

    /** A number with an exponent beyond any long would be written out digit by digit. */
    private static BigInteger rounded(BigDecimal number) {
        if (number.precision() - number.scale() > 20) {
            throw new ExpressionException("Value was either too large or too small for a whole number.");
        }
        return number.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    }

    private static String digits(Object value, Class<?> type) {
        if (!(value instanceof String text)) {
            throw invalidCast(value, type);
        }
        String digits = text.strip();
        if (digits.length() > 40 || digits.isEmpty()) {
            throw malformed(text);
        }
        for (int i = 0; i < digits.length(); i++) {
            if ("+-.0123456789eE".indexOf(digits.charAt(i)) < 0) {
                throw malformed(text);
            }
        }
        if (type == Double.class) {
            try {
                Double.parseDouble(digits);
            } catch (NumberFormatException notOne) {
                throw malformed(text);
            }
        }
        return digits;
    }

    private static ExpressionException malformed(String text) {
        return new ExpressionException("The input string '" + shown(text) + "' was not in a correct format.");
    }

    private static ExpressionException invalidCast(Object value, Class<?> type) {
        return new ExpressionException("Unable to cast object of type '" + DotNetText.typeName(value) + "' to type '"
                + DotNetText.typeName(type) + "'.");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
