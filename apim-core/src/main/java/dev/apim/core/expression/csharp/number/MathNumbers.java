package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.UInt64;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The functions of {@code System.Math} that every numeric type has. */
final class MathNumbers {
    private MathNumbers() {}

    static void define(TypeBuilder type) {
        for (NumericType number : NumericType.values()) {
            if (number != NumericType.CHAR) {
                define(type, number, number.keyword());
            }
        }
        type.method("static long BigMul(int a, int b)", (Integer a, Integer b) -> (long) a * b)
                .method("static long BigMul(long a, long b, out long low)", (Long a, Long b, Ref<Object> low) -> {
                    low.value = a * b;
                    return Math.multiplyHigh(a, b);
                })
                .method(
                        "static ulong BigMul(ulong a, ulong b, out ulong low)",
                        (UInt64 a, UInt64 b, Ref<Object> low) -> {
                            BigInteger product = Conversions.integer(a).multiply(Conversions.integer(b));
                            low.value = new UInt64(product.longValue());
                            return new UInt64(product.shiftRight(64).longValue());
                        })
                .method("static int DivRem(int a, int b, out int result)", (Integer a, Integer b, Ref<Object> rest) -> {
                    rest.value = (int) remainder(a, b, Integer.MIN_VALUE);
                    return a / b;
                })
                .method("static long DivRem(long a, long b, out long result)", (Long a, Long b, Ref<Object> rest) -> {
                    rest.value = remainder(a, b, Long.MIN_VALUE);
                    return a / b;
                });
    }

    private static void define(TypeBuilder type, NumericType number, String keyword) {
        String two = "(" + keyword + " val1, " + keyword + " val2)";
        type.method("static " + keyword + " Max" + two, (Object a, Object b) -> max(a, b))
                .method("static " + keyword + " Min" + two, (Object a, Object b) -> min(a, b))
                .method(
                        "static " + keyword + " Clamp(" + keyword + " value, " + keyword + " min, " + keyword + " max)",
                        MathNumbers::clamp);
        if (number.signed()) {
            type.method("static " + keyword + " Abs(" + keyword + " value)", (Object value) -> abs(value, number))
                    .method("static int Sign(" + keyword + " value)", (Object value) -> sign(value));
        }
    }

    private static long remainder(long a, long b, long smallest) {
        if (b == 0) {
            throw DotNetException.divideByZero();
        }
        if (b == -1 && a == smallest) {
            throw DotNetException.overflow();
        }
        return a % b;
    }

    private static Object max(Object a, Object b) {
        if (a instanceof Double x) {
            return Math.max(x, (Double) b);
        }
        if (a instanceof Float x) {
            return Math.max(x, (Float) b);
        }
        return Ordering.compare(a, b) >= 0 ? a : b;
    }

    private static Object min(Object a, Object b) {
        if (a instanceof Double x) {
            return Math.min(x, (Double) b);
        }
        if (a instanceof Float x) {
            return Math.min(x, (Float) b);
        }
        return Ordering.compare(a, b) < 0 ? a : b;
    }

    private static Object clamp(Object value, Object min, Object max) {
        if (isMore(min, max)) {
            throw DotNetException.argument(
                    "'" + Texts.of(min) + "' cannot be greater than " + Texts.of(max) + ".", null);
        }
        if (isMore(min, value)) {
            return min;
        }
        return isMore(value, max) ? max : value;
    }

    private static boolean isMore(Object a, Object b) {
        if (a instanceof Double || a instanceof Float) {
            return ((Number) a).doubleValue() > ((Number) b).doubleValue();
        }
        return Ordering.compare(a, b) > 0;
    }

    private static Object abs(Object value, NumericType number) {
        return switch (number) {
            case DOUBLE -> Math.abs((Double) value);
            case SINGLE -> Math.abs((Float) value);
            case DECIMAL -> ((BigDecimal) value).abs();
            default -> {
                long bits = Conversions.bits(value);
                if (bits == number.smallest().longValue()) {
                    throw DotNetException.overflow(
                            "Negating the minimum value of a twos complement number is invalid.");
                }
                yield number.box(Math.abs(bits));
            }
        };
    }

    private static int sign(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number)) {
                throw new DotNetException(
                        "System.ArithmeticException", "Function does not accept floating point Not-a-Number values.");
            }
            return number > 0 ? 1 : number < 0 ? -1 : 0;
        }
        return Long.signum(Conversions.bits(value));
    }
}
