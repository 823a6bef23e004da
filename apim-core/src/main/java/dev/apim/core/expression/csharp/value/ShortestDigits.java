package dev.apim.core.expression.csharp.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The fewest digits that read back as the same floating-point number. Java 17's own text may have more than that. */
final class ShortestDigits {
    private ShortestDigits() {}

    static BigDecimal of(Number number) {
        double value = number.doubleValue();
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = new BigDecimal(number.toString());
        int precision = shortest.stripTrailingZeros().precision();
        for (int fewer = precision; fewer > 0; fewer--) {
            BigDecimal candidate = exact.round(new MathContext(fewer, RoundingMode.HALF_EVEN));
            if (!readsBack(candidate, number)) {
                break;
            }
            shortest = candidate;
        }
        return shortest;
    }

    private static boolean readsBack(BigDecimal candidate, Number number) {
        return number instanceof Float
                ? candidate.floatValue() == number.floatValue()
                : candidate.doubleValue() == number.doubleValue();
    }
}
