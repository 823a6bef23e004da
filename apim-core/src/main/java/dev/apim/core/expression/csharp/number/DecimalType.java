package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What {@code decimal} has beyond what all numbers have. */
final class DecimalType {
    private static final int CURRENCY_SCALE = 4;
    private static final int INVALID_BITS = 0x7F00_FFFF;

    private DecimalType() {}

    static void define(TypeBuilder type) {
        type.constant("decimal MaxValue", Decimals.MAX)
                .constant("decimal MinValue", Decimals.MIN)
                .constant("decimal One", BigDecimal.ONE)
                .constant("decimal MinusOne", BigDecimal.ONE.negate())
                .constant("decimal Zero", BigDecimal.ZERO)
                .property("byte Scale", (BigDecimal d) -> UInt8.of(d.scale()));
        construction(type);
        arithmetic(type);
        conversions(type);
        Rounding.decimals(type);
    }

    private static void construction(TypeBuilder type) {
        for (String from : new String[] {"int", "uint", "long", "ulong", "float", "double"}) {
            type.method("(" + from + " value)", (Object value) -> Conversions.toDecimal(value));
        }
        type.method("(int[] bits)", (@Nullable Object bits) -> ofBits(bits))
                .methodWith("(int lo, int mid, int hi, bool isNegative, byte scale)", (call, a) -> {
                    int scale = ((UInt8) ObjectType.required(a[4])).value();
                    if (scale > Decimals.MAX_SCALE) {
                        throw DotNetException.outOfRange(
                                "Decimal's scale value must be between 0 and 28, inclusive.", "scale");
                    }
                    return of(number(a[0]), number(a[1]), number(a[2]), Boolean.TRUE.equals(a[3]), scale);
                })
                .method("static int[] GetBits(decimal d)", (BigDecimal d) -> bits(d))
                .method("static decimal FromOACurrency(long cy)", (Long cy) -> currency(cy))
                .method("static long ToOACurrency(decimal value)", (BigDecimal value) -> currency(value));
    }

    private static void arithmetic(TypeBuilder type) {
        String two = "(decimal d1, decimal d2)";
        type.method("static decimal Add" + two, (BigDecimal a, BigDecimal b) -> Decimals.add(a, b))
                .method("static decimal Subtract" + two, (BigDecimal a, BigDecimal b) -> Decimals.subtract(a, b))
                .method("static decimal Multiply" + two, (BigDecimal a, BigDecimal b) -> Decimals.multiply(a, b))
                .method("static decimal Divide" + two, (BigDecimal a, BigDecimal b) -> Decimals.divide(a, b))
                .method("static decimal Remainder" + two, (BigDecimal a, BigDecimal b) -> Decimals.remainder(a, b))
                .method("static int Compare" + two, (BigDecimal a, BigDecimal b) -> a.compareTo(b))
                .method("static bool Equals" + two, (BigDecimal a, BigDecimal b) -> a.compareTo(b) == 0)
                .method("static decimal Negate(decimal d)", (BigDecimal d) -> d.negate())
                .method("static decimal Floor(decimal d)", (BigDecimal d) -> Rounding.floor(d))
                .method("static decimal Ceiling(decimal d)", (BigDecimal d) -> Rounding.ceiling(d))
                .method("static decimal Truncate(decimal d)", (BigDecimal d) -> Decimals.truncate(d));
    }

    private static void conversions(TypeBuilder type) {
        for (NumericType number : NumericType.values()) {
            if (number.integral() && number != NumericType.CHAR) {
                type.method(
                        "static " + number.keyword() + " To" + number.typeName() + "(decimal value)",
                        (BigDecimal value) -> Decimals.toIntegral(value, number));
            }
        }
        type.method("static double ToDouble(decimal d)", (BigDecimal d) -> Decimals.toDouble(d))
                .method("static float ToSingle(decimal d)", (BigDecimal d) -> (float) Decimals.toDouble(d));
    }

    private static int number(@Nullable Object value) {
        return (Integer) ObjectType.required(value);
    }

    private static BigDecimal of(int low, int middle, int high, boolean negative, int scale) {
        BigInteger mantissa =
                unsigned(high).shiftLeft(64).or(unsigned(middle).shiftLeft(32)).or(unsigned(low));
        return new BigDecimal(negative ? mantissa.negate() : mantissa, scale);
    }

    private static BigInteger unsigned(int bits) {
        return BigInteger.valueOf(Integer.toUnsignedLong(bits));
    }

    private static BigDecimal ofBits(@Nullable Object bits) {
        if (!(bits instanceof Integer[] parts)) {
            throw DotNetException.argumentNull("bits");
        }
        int scale = parts.length == 4 ? parts[3] >> 16 & 0xFF : 0;
        if (parts.length != 4 || (parts[3] & INVALID_BITS) != 0 || scale > Decimals.MAX_SCALE) {
            throw DotNetException.argument(
                    "Decimal constructor requires an array or span of four valid decimal bytes.", null);
        }
        return of(parts[0], parts[1], parts[2], parts[3] < 0, scale);
    }

    private static Integer[] bits(BigDecimal value) {
        BigInteger mantissa = value.unscaledValue().abs();
        return new Integer[] {
            mantissa.intValue(),
            mantissa.shiftRight(32).intValue(),
            mantissa.shiftRight(64).intValue(),
            (value.signum() < 0 ? 1 << 31 : 0) | value.scale() << 16
        };
    }

    private static BigDecimal currency(long value) {
        BigDecimal amount = BigDecimal.valueOf(value, CURRENCY_SCALE).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    private static long currency(BigDecimal value) {
        BigInteger amount =
                value.setScale(CURRENCY_SCALE, RoundingMode.HALF_EVEN).unscaledValue();
        if (amount.bitLength() > 63) {
            throw DotNetException.overflow("Value was either too large or too small for a Currency.");
        }
        return amount.longValue();
    }
}
