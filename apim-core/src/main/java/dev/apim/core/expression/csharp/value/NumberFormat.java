package dev.apim.core.expression.csharp.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as .NET writes them with the invariant culture, by standard and custom format strings. */
public final class NumberFormat {
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
            return general(
                    number instanceof Float ? new BigDecimal(number.toString()) : digits((Double) number),
                    (Number) number);
        }
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private static BigDecimal digits(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value), MathContext.UNLIMITED) : BigDecimal.ZERO;
    }

    private static String general(BigDecimal shortest, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "E" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }
}
