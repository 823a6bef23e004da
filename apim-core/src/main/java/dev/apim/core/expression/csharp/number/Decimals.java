package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic of .NET's {@code decimal}: 96 bits and a scale of 0 to 28, which is kept ({@code 1.0m + 1.00m} is {@code 2.00}). What has
 * more digits is rounded half to even; what is too large is an {@code OverflowException}.
 */
public final class Decimals {
    /** The largest scale. */
    public static final int MAX_SCALE = 28;

    /** {@code decimal.MaxValue}. */
    public static final BigDecimal MAX =
            new BigDecimal(BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE));

    /** {@code decimal.MinValue}. */
    public static final BigDecimal MIN = MAX.negate();

    private static final BigInteger LARGEST = MAX.unscaledValue();
    private static final int LONGEST_INTEGER = 29;

    private Decimals() {}

    /** The sum. */
    public static BigDecimal add(BigDecimal left, BigDecimal right) {
        return fit(left.add(right));
    }

    /** The difference. */
    public static BigDecimal subtract(BigDecimal left, BigDecimal right) {
        return fit(left.subtract(right));
    }

    /** The product. */
    public static BigDecimal multiply(BigDecimal left, BigDecimal right) {
        BigDecimal product = left.multiply(right);
        boolean vanishes = product.scale() > MAX_SCALE + 19
                && left.unscaledValue().bitLength() <= 32
                && right.unscaledValue().bitLength() <= 32;
        return vanishes ? BigDecimal.ZERO : fit(product);
    }

    /**
     * The quotient: with the scale that follows from both where it is exact with it, else with as many digits as it needs.
     *
     * @throws DotNetException a {@code DivideByZeroException}
     */
    public static BigDecimal divide(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw DotNetException.divideByZero();
        }
        int scale = left.scale() - right.scale();
        BigInteger[] whole = left.unscaledValue().divideAndRemainder(right.unscaledValue());
        if (whole[1].signum() == 0) {
            return fit(new BigDecimal(whole[0], scale));
        }
        int digits = MAX_SCALE;
        while (digits >= 0) {
            BigDecimal quotient = left.divide(right, digits, RoundingMode.HALF_EVEN);
            if (holds(quotient.unscaledValue())) {
                return withoutZeros(quotient);
            }
            digits = Math.min(digits - 1, LONGEST_INTEGER - quotient.precision() + quotient.scale());
        }
        throw NumericType.DECIMAL.overflow();
    }

    /**
     * The remainder, with the sign of the dividend.
     *
     * @throws DotNetException a {@code DivideByZeroException}
     */
    public static BigDecimal remainder(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw DotNetException.divideByZero();
        }
        if (left.abs().compareTo(right.abs()) < 0) {
            return left;
        }
        int scale = Math.max(left.scale(), right.scale());
        BigInteger remainder = left.setScale(scale)
                .unscaledValue()
                .remainder(right.setScale(scale).unscaledValue());
        return fit(new BigDecimal(remainder, scale));
    }

    /** The negative. */
    public static BigDecimal negate(BigDecimal value) {
        return value.negate();
    }

    /** Which is larger; the scale does not count. */
    public static int compare(BigDecimal left, BigDecimal right) {
        return left.compareTo(right);
    }

    /** Without its fraction. */
    public static BigDecimal truncate(BigDecimal value) {
        return value.setScale(0, RoundingMode.DOWN);
    }

    /** Rounded to a number of decimals; one that has fewer is as it was. */
    public static BigDecimal round(BigDecimal value, int decimals, RoundingMode mode) {
        return value.scale() <= decimals ? value : value.setScale(decimals, mode);
    }

    /**
     * The text as {@code decimal.Parse(s)} reads it.
     *
     * @throws DotNetException a {@code FormatException} or an {@code OverflowException}
     */
    public static BigDecimal parse(String text) {
        return (BigDecimal) NumberParser.parse(text, NumberParser.NUMBER, NumericType.DECIMAL);
    }

    /** With fifteen digits, as .NET converts. */
    public static BigDecimal fromDouble(double value) {
        return fromFloating(value, 15);
    }

    /** With seven digits, as .NET converts. */
    public static BigDecimal fromFloat(float value) {
        return fromFloating(value, 7);
    }

    /** The nearest {@code double}, by .NET's own steps. */
    public static double toDouble(BigDecimal value) {
        BigInteger mantissa = value.unscaledValue().abs();
        long low = mantissa.longValue();
        double lowest = low >= 0
                ? low
                : BigInteger.valueOf(low).add(BigInteger.ONE.shiftLeft(64)).doubleValue();
        double number = (lowest + mantissa.shiftRight(64).doubleValue() * 0x1p64) / power(value.scale());
        return value.signum() < 0 ? -number : number;
    }

    /**
     * Without its fraction, as an integral type.
     *
     * @throws DotNetException an {@code OverflowException}
     */
    public static Object toIntegral(BigDecimal value, NumericType to) {
        BigInteger whole = truncate(value).unscaledValue();
        if (!to.holds(whole)) {
            throw to.overflow();
        }
        return to.box(whole.longValue());
    }

    /** .NET's hash: the same of equal values of different scale. */
    public static int hash(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        BigDecimal shortest = withoutZeros(value);
        BigInteger mantissa = shortest.unscaledValue().abs();
        int flags = (value.signum() < 0 ? 1 << 31 : 0) | shortest.scale() << 16;
        return flags
                ^ mantissa.shiftRight(64).intValue()
                ^ mantissa.shiftRight(32).intValue()
                ^ mantissa.intValue();
    }

    /** An exact result as a {@code decimal}: of the scale it has, or of the largest that fits. */
    static BigDecimal fit(BigDecimal exact) {
        BigDecimal value = exact.scale() < 0 ? withoutExponent(exact) : exact;
        if (value.scale() <= MAX_SCALE && holds(value.unscaledValue())) {
            return value;
        }
        int scale = Math.min(MAX_SCALE, Math.max(0, LONGEST_INTEGER - value.precision() + value.scale()));
        while (scale >= 0) {
            BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_EVEN);
            if (holds(rounded.unscaledValue())) {
                return rounded;
            }
            scale--;
        }
        throw NumericType.DECIMAL.overflow();
    }

    private static BigDecimal withoutExponent(BigDecimal value) {
        if (value.signum() != 0 && value.precision() - (long) value.scale() > LONGEST_INTEGER) {
            throw NumericType.DECIMAL.overflow();
        }
        return value.signum() == 0 ? BigDecimal.ZERO : value.setScale(0);
    }

    private static boolean holds(BigInteger mantissa) {
        return mantissa.abs().compareTo(LARGEST) <= 0;
    }

    private static BigDecimal withoutZeros(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static double power(int exponent) {
        return Double.parseDouble("1E" + exponent);
    }

    private static BigDecimal fromFloating(double value, int digits) {
        double number = Math.abs(value);
        int exponent = Math.getExponent(number) + 1;
        if (number == 0 || exponent < -94) {
            return BigDecimal.ZERO;
        }
        if (!(exponent <= 96)) {
            throw NumericType.DECIMAL.overflow();
        }
        int power = Math.min(MAX_SCALE, digits - 1 - ((exponent * 19728) >> 16));
        double full = power(digits);
        if (power >= 0) {
            number *= power(power);
        } else if (power != -1 || number >= full) {
            number /= power(-power);
        } else {
            power = 0;
        }
        if (number < power(digits - 1) && power < MAX_SCALE) {
            number *= 10;
            power++;
        }
        BigDecimal mantissa = new BigDecimal((long) Math.rint(number));
        BigDecimal result = withoutZeros(mantissa.scaleByPowerOfTen(-power));
        return fit(value < 0 ? result.negate() : result);
    }
}
