package dev.apim.core.expression.csharp.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as .NET 8 writes them with the invariant culture, by standard ({@code C D E F G N P R X B} with a precision) and custom format
 * strings.
 */
public final class NumberFormat {
    /** More than this the text of a number is not: what asks for more is beyond any budget. */
    static final int MAX_PRECISION = 1_000_000;

    private static final int NO_PRECISION = -1;
    private static final int CURRENCY_AND_NUMBER_DECIMALS = 2;
    private static final int EXPONENT_DECIMALS = 6;
    private static final int SHORTEST_DOUBLE = 17;
    private static final int SHORTEST_FLOAT = 9;

    private NumberFormat() {}

    /**
     * The text of a number.
     *
     * @param number of any of C#'s types
     * @param format null or empty for the general one
     * @throws DotNetException a {@code FormatException} for a format it does not know
     */
    public static String format(Object number, @Nullable String format) {
        if (number instanceof Double || number instanceof Float) {
            return floating((Number) number, format == null ? "" : format);
        }
        if (format == null || format.isEmpty()) {
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }
        char specifier = specifier(format);
        if (number instanceof BigDecimal decimal) {
            Digits digits = Digits.of(decimal);
            return specifier == 0
                    ? CustomFormat.format(digits, format)
                    : StandardFormat.format(digits, specifier, precision(format));
        }
        return integral(number, specifier, format);
    }

    private static String integral(Object number, char specifier, String format) {
        if (specifier == 0) {
            return CustomFormat.format(Digits.of(integer(number)), format);
        }
        int precision = precision(format);
        return switch (Character.toUpperCase(specifier)) {
            case 'D' -> decimal(integer(number), precision);
            case 'G' ->
                precision < 1
                        ? number.toString()
                        : StandardFormat.format(Digits.of(integer(number)), specifier, precision);
            case 'X' -> {
                String text = padded(Long.toHexString(pattern(number)), precision);
                yield specifier == 'X' ? text.toUpperCase(java.util.Locale.ROOT) : text;
            }
            case 'B' -> padded(Long.toBinaryString(pattern(number)), precision);
            default -> StandardFormat.format(Digits.of(integer(number)), specifier, precision);
        };
    }

    private static BigInteger integer(Object number) {
        return number instanceof Unsigned
                ? new BigInteger(number.toString())
                : BigInteger.valueOf(((Number) number).longValue());
    }

    /** The bits of an integer, as many as its type has. */
    private static long pattern(Object number) {
        if (number instanceof Unsigned unsigned) {
            return unsigned.bits();
        }
        long bits = ((Number) number).longValue();
        if (number instanceof Long) {
            return bits;
        }
        return bits & (number instanceof Integer ? 0xFFFF_FFFFL : number instanceof Short ? 0xFFFF : 0xFF);
    }

    private static String decimal(BigInteger integer, int precision) {
        String digits = padded(integer.abs().toString(), precision);
        return integer.signum() < 0 ? "-" + digits : digits;
    }

    private static String padded(String digits, int precision) {
        return digits.length() >= precision ? digits : "0".repeat(precision - digits.length()) + digits;
    }

    private static String floating(Number number, String format) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        char specifier = specifier(format);
        if (specifier == 0) {
            return CustomFormat.format(Digits.custom(number), format);
        }
        int precision = precision(format);
        return switch (Character.toUpperCase(specifier)) {
            case 'R' -> shortest(number, specifier == 'R' ? 'G' : 'g');
            case 'G' ->
                precision < 1
                        ? shortest(number, specifier)
                        : StandardFormat.format(Digits.significant(number, precision), specifier, precision);
            case 'E' -> {
                int decimals = precision < 0 ? EXPONENT_DECIMALS : precision;
                yield StandardFormat.format(Digits.significant(number, decimals + 1), specifier, decimals);
            }
            case 'C', 'F', 'N' -> fixed(number, specifier, precision, 0);
            case 'P' -> fixed(number, specifier, precision, 2);
            default -> throw badSpecifier();
        };
    }

    private static String fixed(Number number, char specifier, int precision, int shift) {
        int decimals = precision < 0 ? CURRENCY_AND_NUMBER_DECIMALS : precision;
        return StandardFormat.format(Digits.decimals(number, decimals + shift), specifier, decimals);
    }

    private static String shortest(Number number, char specifier) {
        Digits digits = Digits.shortest(number);
        int most = Math.max(digits.count(), number instanceof Float ? SHORTEST_FLOAT : SHORTEST_DOUBLE);
        return StandardFormat.format(digits, specifier, most);
    }

    /** The letter of a standard format, {@code G} of none, 0 of a custom format. */
    private static char specifier(String format) {
        if (format.isEmpty()) {
            return 'G';
        }
        char first = format.charAt(0);
        boolean letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
        for (int i = 1; i < format.length() && letter; i++) {
            letter = Character.isDigit(format.charAt(i)) && format.charAt(i) < 0x80;
        }
        return letter ? first : 0;
    }

    private static int precision(String format) {
        if (format.length() < 2) {
            return NO_PRECISION;
        }
        long precision = 0;
        for (int i = 1; i < format.length(); i++) {
            if (precision >= 100_000_000) {
                throw badSpecifier();
            }
            precision = precision * 10 + format.charAt(i) - '0';
        }
        if (precision > MAX_PRECISION) {
            throw new BudgetException("The expression asked for a number of " + precision + " digits.");
        }
        return (int) precision;
    }

    static DotNetException badSpecifier() {
        return DotNetException.format("Format specifier was invalid.");
    }
}
