package dev.apim.core.expression.csharp.json;

import dev.apim.Time;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.TimeTexts;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.UInt64;
import dev.apim.core.expression.csharp.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** .NET's {@code Convert} for the simple values of JSON. */
final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d[\\d,]*\\.?\\d*|\\.\\d+)[+-]?");
    private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d[\\d,]*\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int DECIMAL_DIGITS = 29;
    private static final BigDecimal MAX_DECIMAL = new BigDecimal("79228162514264337593543950335");

    private Scalars() {}

    static boolean toBoolean(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        if (value instanceof String text) {
            String word = text.strip();
            if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
                return word.equalsIgnoreCase("true");
            }
            throw DotNetException.format("String '" + text + "' was not recognized as a valid Boolean.");
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue() != 0;
        }
        return exact(value, "Boolean").signum() != 0;
    }

    static long toInt64(@Nullable Object value) {
        return whole(value, Whole.INT64).longValue();
    }

    /** A whole number within the range of its type. */
    static BigInteger whole(@Nullable Object value, Whole target) {
        if (value == null) {
            return BigInteger.ZERO;
        }
        BigInteger number;
        if (value instanceof String text) {
            number = parseWhole(text);
        } else if (value instanceof Boolean bool) {
            number = bool ? BigInteger.ONE : BigInteger.ZERO;
        } else if (value instanceof Double || value instanceof Float) {
            double rounded = Math.rint(((Number) value).doubleValue());
            if (Double.isNaN(rounded) || Double.isInfinite(rounded)) {
                throw target.overflow();
            }
            number = new BigDecimal(rounded).toBigInteger();
        } else {
            number = exact(value, target.shown())
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigInteger();
        }
        return target.checked(number);
    }

    private static BigInteger parseWhole(String text) {
        String digits = text.strip();
        if (!INTEGER.matcher(digits).matches()) {
            throw incorrect(text);
        }
        return new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
    }

    static double toDouble(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof String text) {
            return parseDouble(text);
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof Character) {
            throw invalid(value, "Double");
        }
        return exact(value, "Double").doubleValue();
    }

    private static double parseDouble(String text) {
        String number = text.strip();
        if (FLOAT.matcher(number).matches()) {
            return Double.parseDouble(number.replace(",", ""));
        }
        return switch (number.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw incorrect(text);
        };
    }

    static BigDecimal toDecimal(@Nullable Object value) {
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof String text) {
            return parseDecimal(text);
        }
        if (value instanceof Boolean bool) {
            return bool ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof Double || value instanceof Float) {
            return fromDouble(value);
        }
        if (value instanceof Character) {
            throw invalid(value, "Decimal");
        }
        return checked(exact(value, "Decimal"));
    }

    /** .NET keeps fifteen digits of a double, seven of a float. */
    private static BigDecimal fromDouble(Object value) {
        double number = ((Number) value).doubleValue();
        if (!Double.isFinite(number)) {
            throw decimalOverflow();
        }
        BigDecimal digits = new BigDecimal(number).round(new MathContext(value instanceof Float ? 7 : 15));
        BigDecimal plain = digits.stripTrailingZeros();
        return checked(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static BigDecimal parseDecimal(String text) {
        String digits = text.strip();
        if (!DECIMAL.matcher(digits).matches()) {
            throw incorrect(text);
        }
        boolean trailing = digits.endsWith("-") || digits.endsWith("+");
        String plain =
                trailing ? digits.charAt(digits.length() - 1) + digits.substring(0, digits.length() - 1) : digits;
        return checked(new BigDecimal(plain.replace(",", "")));
    }

    private static BigDecimal checked(BigDecimal number) {
        if (number.abs().compareTo(MAX_DECIMAL) > 0) {
            throw decimalOverflow();
        }
        int whole = Math.max(number.precision() - number.scale(), 0);
        int most = Math.min(28, DECIMAL_DIGITS - Math.max(whole, 1));
        return number.scale() > most ? number.setScale(most, RoundingMode.HALF_EVEN) : number;
    }

    private static DotNetException decimalOverflow() {
        return DotNetException.overflow("Value was either too large or too small for a Decimal.");
    }

    static char toChar(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Character c) {
            return c;
        }
        if (value instanceof String text) {
            if (text.length() != 1) {
                throw DotNetException.format("String must be exactly one character long.");
            }
            return text.charAt(0);
        }
        boolean isWhole = value instanceof Unsigned
                || (value instanceof Number
                        && !(value instanceof Double || value instanceof Float || value instanceof BigDecimal));
        if (!isWhole) {
            throw invalid(value, "Char");
        }
        return (char) whole(value, Whole.CHAR).intValue();
    }

    static DateTime toDateTime(@Nullable Object value) {
        return toDateTime(value, null);
    }

    static DateTime toDateTime(@Nullable Object value, @Nullable Time time) {
        if (value == null) {
            return DateTime.MIN;
        }
        if (value instanceof DateTime known) {
            return known;
        }
        if (value instanceof String text) {
            return TimeTexts.dateTime(text, time);
        }
        throw invalid(value, "DateTime");
    }

    /** The number that a value is, without rounding. */
    private static BigDecimal exact(Object value, String target) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof UInt64 number) {
            return new BigDecimal(Long.toUnsignedString(number.bits()));
        }
        if (value instanceof Unsigned number) {
            return BigDecimal.valueOf(number.bits());
        }
        if (value instanceof EnumValue constant) {
            return BigDecimal.valueOf(constant.value());
        }
        if (value instanceof Character c && !target.equals("Boolean")) {
            return BigDecimal.valueOf(c);
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        throw invalid(value, target);
    }

    /** A whole number without bounds. */
    static BigInteger integer(Object value) {
        return exact(value, "Int64").toBigInteger();
    }

    private static DotNetException incorrect(String text) {
        return DotNetException.format("The input string '" + text + "' was not in a correct format.");
    }

    static DotNetException invalid(Object value, String target) {
        return new DotNetException(
                "System.InvalidCastException", "Invalid cast from '" + Names.simple(value) + "' to '" + target + "'.");
    }
}
