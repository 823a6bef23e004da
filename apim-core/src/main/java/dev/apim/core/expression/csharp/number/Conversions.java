package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.UInt64;
import dev.apim.core.expression.csharp.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Explicit conversions between C#'s numeric types, as .NET 8 does them on 64-bit Intel processors. */
public final class Conversions {
    private static final double TWO_63 = 0x1p63;

    private Conversions() {}

    /**
     * A number as another type. An enumeration's value counts as its number, an {@code int}.
     *
     * @param checked whether integers and floating-point numbers that do not fit are refused, else their lowest bits are taken; a
     *     {@code decimal} that does not fit is refused either way
     * @throws DotNetException an {@code OverflowException}
     */
    public static Object convert(Object value, NumericType to, boolean checked) {
        Object number = value instanceof EnumValue constant ? (Object) constant.value() : value;
        NumericType from = NumericType.ofValue(number);
        if (from == null) {
            throw new IllegalArgumentException("not a number: " + value.getClass());
        }
        if (from == to) {
            return number;
        }
        return switch (to) {
            case SINGLE -> toFloat(number, from);
            case DOUBLE -> toDouble(number, from);
            case DECIMAL -> toDecimal(number, from);
            default -> toIntegral(number, from, to, checked);
        };
    }

    /** A number as the value of an enumeration. */
    public static EnumValue toEnum(Object value, EnumValue.Type type, boolean checked) {
        return type.of((Integer) convert(value, NumericType.INT32, checked));
    }

    /** The bits of an integral value: sign-extended, or zero-extended of an unsigned type. */
    public static long bits(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Unsigned unsigned ? unsigned.bits() : (Character) value;
    }

    /** An integral value as it counts. */
    public static BigInteger integer(Object value) {
        long bits = bits(value);
        BigInteger integer = BigInteger.valueOf(bits);
        return value instanceof UInt64 && bits < 0 ? integer.add(BigInteger.ONE.shiftLeft(64)) : integer;
    }

    /** Any number as a {@code double}. */
    public static double toDouble(Object value) {
        NumericType from = NumericType.ofValue(value);
        return from == null ? Double.NaN : toDouble(value, from);
    }

    /** Any number as a {@code decimal}. */
    public static BigDecimal toDecimal(Object value) {
        NumericType from = NumericType.ofValue(value);
        return from == null ? BigDecimal.ZERO : toDecimal(value, from);
    }

    private static double toDouble(Object value, NumericType from) {
        return switch (from) {
            case SINGLE, DOUBLE -> ((Number) value).doubleValue();
            case DECIMAL -> Decimals.toDouble((BigDecimal) value);
            case UINT64 -> integer(value).doubleValue();
            default -> (double) bits(value);
        };
    }

    private static float toFloat(Object value, NumericType from) {
        return from == NumericType.INT64 ? (float) bits(value) : (float) toDouble(value, from);
    }

    private static BigDecimal toDecimal(Object value, NumericType from) {
        return switch (from) {
            case SINGLE -> Decimals.fromFloat((Float) value);
            case DOUBLE -> Decimals.fromDouble((Double) value);
            case DECIMAL -> (BigDecimal) value;
            default -> new BigDecimal(integer(value));
        };
    }

    private static Object toIntegral(Object value, NumericType from, NumericType to, boolean checked) {
        if (from == NumericType.DECIMAL) {
            return Decimals.toIntegral((BigDecimal) value, to);
        }
        if (!from.integral()) {
            double number = ((Number) value).doubleValue();
            return checked ? checked(number, to) : to.box(truncated(number, to));
        }
        if (checked && !fits(value, from, to)) {
            throw DotNetException.overflow();
        }
        return to.box(bits(value));
    }

    private static boolean fits(Object value, NumericType from, NumericType to) {
        long bits = bits(value);
        boolean negative = bits < 0 && from.signed();
        if (negative) {
            return to.signed() && (to.bits() == 64 || bits >= -1L << (to.bits() - 1));
        }
        int width = to.signed() ? to.bits() - 1 : to.bits();
        return width == 64 || bits >>> width == 0;
    }

    private static Object checked(double number, NumericType to) {
        Object fitting = fitting(number, to);
        if (fitting == null) {
            throw DotNetException.overflow();
        }
        return fitting;
    }

    /** A number without its fraction as an integral type, null of one that does not fit. */
    static @Nullable Object fitting(double number, NumericType to) {
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        double end = Math.scalb(1.0, to.signed() ? to.bits() - 1 : to.bits());
        if (Double.isNaN(number) || whole >= end || whole < (to.signed() ? -end : 0)) {
            return null;
        }
        return to.box(unsigned(whole));
    }

    /** The processor's truncation: what does not fit becomes the smallest number of the register it passes through. */
    private static long truncated(double number, NumericType to) {
        if (to == NumericType.UINT64) {
            return unsigned(number);
        }
        if (to.bits() == 64 || to == NumericType.UINT32) {
            return toLong(number);
        }
        return number > -0x1p31 - 1 && number < 0x1p31 ? (long) number : Integer.MIN_VALUE;
    }

    private static long toLong(double number) {
        return number >= -TWO_63 && number < TWO_63 ? (long) number : Long.MIN_VALUE;
    }

    private static long unsigned(double number) {
        return number < TWO_63 ? toLong(number) : toLong(number - TWO_63) + Long.MIN_VALUE;
    }
}
