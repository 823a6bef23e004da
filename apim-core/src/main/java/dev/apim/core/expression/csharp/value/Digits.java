package dev.apim.core.expression.csharp.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimal digits of a number about to be written: {@code 0.d₁d₂… × 10^scale}. Of one formatting only. */
final class Digits {
    private static final int CUSTOM_DOUBLE = 15;
    private static final int CUSTOM_FLOAT = 7;

    final boolean floating;
    final boolean decimal;
    boolean negative;
    int scale;
    private final StringBuilder digits = new StringBuilder();

    private Digits(boolean floating, boolean decimal, boolean negative) {
        this.floating = floating;
        this.decimal = decimal;
        this.negative = negative;
    }

    /** All digits of an integer. */
    static Digits of(BigInteger integer) {
        Digits result = new Digits(false, false, integer.signum() < 0);
        if (integer.signum() != 0) {
            result.digits.append(integer.abs());
        }
        result.scale = result.digits.length();
        return result;
    }

    /** All digits of a {@code decimal}, zeros behind them too. */
    static Digits of(BigDecimal decimal) {
        Digits result = new Digits(false, true, decimal.signum() < 0);
        if (decimal.signum() != 0) {
            result.digits.append(decimal.unscaledValue().abs());
        }
        result.scale = result.digits.length() - decimal.scale();
        return result;
    }

    /** The fewest digits of a floating-point number that read back the same. */
    static Digits shortest(Number number) {
        return of(number, ShortestDigits.of(number));
    }

    /** So many significant digits of a floating-point number. */
    static Digits significant(Number number, int count) {
        BigDecimal exact = new BigDecimal(number.doubleValue());
        return of(number, exact.round(new MathContext(Math.max(1, count), RoundingMode.HALF_EVEN)));
    }

    /** So many decimals of a floating-point number. */
    static Digits decimals(Number number, int count) {
        BigDecimal exact = new BigDecimal(number.doubleValue());
        return of(number, exact.scale() <= count ? exact : exact.setScale(count, RoundingMode.HALF_EVEN));
    }

    /** What custom formats see of a floating-point number. */
    static Digits custom(Number number) {
        return significant(number, number instanceof Float ? CUSTOM_FLOAT : CUSTOM_DOUBLE);
    }

    private static Digits of(Number number, BigDecimal value) {
        double sign = number.doubleValue();
        Digits result = new Digits(true, false, sign < 0 || (sign == 0 && 1 / sign < 0));
        if (value.signum() != 0) {
            result.digits.append(value.unscaledValue().abs());
            result.scale = result.digits.length() - value.scale();
            result.trim();
        }
        return result;
    }

    int count() {
        return digits.length();
    }

    /** The digit at a place, {@code 0} behind the last. */
    char at(int index) {
        return index < digits.length() ? digits.charAt(index) : '0';
    }

    boolean isZero() {
        return digits.length() == 0;
    }

    /**
     * Keeps so many digits.
     *
     * @param exactly whether they were rounded before
     */
    void round(int count, boolean exactly) {
        boolean up = count >= 0 && count < digits.length() && !exactly && digits.charAt(count) >= '5';
        digits.setLength(Math.min(digits.length(), Math.max(count, 0)));
        if (up) {
            increment();
        } else {
            trim();
        }
        if (isZero()) {
            negative &= floating;
            scale = 0;
        }
    }

    private void increment() {
        int last = digits.length();
        while (last > 0 && digits.charAt(last - 1) == '9') {
            last--;
        }
        digits.setLength(last);
        if (last == 0) {
            digits.append('1');
            scale++;
        } else {
            digits.setCharAt(last - 1, (char) (digits.charAt(last - 1) + 1));
        }
    }

    private void trim() {
        int last = digits.length();
        while (last > 0 && digits.charAt(last - 1) == '0') {
            last--;
        }
        digits.setLength(last);
    }
}
