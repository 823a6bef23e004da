package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.number.Decimals;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code + - * / % & | ^ << >>} of two numbers of one type. Overflow wraps round unless it is checked. */
public final class Arithmetic {
    private Arithmetic() {}

    /** A node that computes; of shifts the right operand is an {@code int}. */
    public static Node of(NumericKind kind, String operator, Node left, Node right, boolean isChecked) {
        return switch (kind) {
            case INT -> new OfInts(operator.charAt(0), left, right, isChecked);
            case LONG -> new OfLongs(operator.charAt(0), left, right, isChecked);
            case DOUBLE -> new OfDoubles(operator.charAt(0), left, right);
            case UINT -> frame -> uint(operator.charAt(0), left.eval(frame), right.eval(frame), isChecked);
            case ULONG -> frame -> ulong(operator.charAt(0), left.eval(frame), right.eval(frame), isChecked);
            case FLOAT ->
                frame -> (float) doubles(operator.charAt(0), number(left.eval(frame)), number(right.eval(frame)));
            case DECIMAL -> frame -> decimals(operator.charAt(0), left.eval(frame), right.eval(frame));
        };
    }

    /** {@code -x}. */
    public static Node negate(NumericKind kind, Node operand, boolean isChecked) {
        return switch (kind) {
            case INT -> of(kind, "-", new Constant(0), operand, isChecked);
            case LONG -> of(kind, "-", new Constant(0L), operand, isChecked);
            case DOUBLE -> frame -> -operand.float64(frame);
            case FLOAT -> frame -> -(Float) required(operand.eval(frame));
            case DECIMAL -> frame -> ((BigDecimal) required(operand.eval(frame))).negate();
            case UINT, ULONG -> throw new IllegalArgumentException("unsigned numbers are widened or refused");
        };
    }

    /** {@code ~x}. */
    public static Node complement(NumericKind kind, Node operand) {
        return switch (kind) {
            case INT -> frame -> ~operand.int32(frame);
            case LONG -> frame -> ~operand.int64(frame);
            case UINT -> frame -> UInt32.of(~((UInt32) required(operand.eval(frame))).value());
            case ULONG -> frame -> new UInt64(~((UInt64) required(operand.eval(frame))).bits());
            default -> throw new IllegalArgumentException("no bits");
        };
    }

    private record OfInts(char operator, Node left, Node right, boolean isChecked) implements Node {
        @Override
        public Object eval(Frame frame) {
            return int32(frame);
        }

        @Override
        public int int32(Frame frame) {
            int a = left.int32(frame);
            int b = right.int32(frame);
            return switch (operator) {
                case '+' -> isChecked ? exact((long) a + b) : a + b;
                case '-' -> isChecked ? exact((long) a - b) : a - b;
                case '*' -> isChecked ? exact((long) a * b) : a * b;
                case '/' -> divide(a, b);
                case '%' -> remainder(a, b);
                case '&' -> a & b;
                case '|' -> a | b;
                case '^' -> a ^ b;
                case '<' -> a << b;
                default -> a >> b;
            };
        }
    }

    private record OfLongs(char operator, Node left, Node right, boolean isChecked) implements Node {
        @Override
        public Object eval(Frame frame) {
            return int64(frame);
        }

        @Override
        public long int64(Frame frame) {
            long a = left.int64(frame);
            if (operator == '<' || operator == '>') {
                int by = right.int32(frame);
                return operator == '<' ? a << by : a >> by;
            }
            return longs(operator, a, right.int64(frame), isChecked);
        }
    }

    private record OfDoubles(char operator, Node left, Node right) implements Node {
        @Override
        public Object eval(Frame frame) {
            return float64(frame);
        }

        @Override
        public double float64(Frame frame) {
            return doubles(operator, left.float64(frame), right.float64(frame));
        }
    }

    private static int exact(long value) {
        if (value != (int) value) {
            throw DotNetException.overflow();
        }
        return (int) value;
    }

    private static int divide(int a, int b) {
        if (b == 0) {
            throw DotNetException.divideByZero();
        }
        if (b == -1 && a == Integer.MIN_VALUE) {
            throw DotNetException.overflow();
        }
        return a / b;
    }

    private static int remainder(int a, int b) {
        if (b == 0) {
            throw DotNetException.divideByZero();
        }
        if (b == -1 && a == Integer.MIN_VALUE) {
            throw DotNetException.overflow();
        }
        return a % b;
    }

    private static long longs(char operator, long a, long b, boolean isChecked) {
        if ((operator == '/' || operator == '%') && b == 0) {
            throw DotNetException.divideByZero();
        }
        if ((operator == '/' || operator == '%') && b == -1 && a == Long.MIN_VALUE) {
            throw DotNetException.overflow();
        }
        try {
            return switch (operator) {
                case '+' -> isChecked ? Math.addExact(a, b) : a + b;
                case '-' -> isChecked ? Math.subtractExact(a, b) : a - b;
                case '*' -> isChecked ? Math.multiplyExact(a, b) : a * b;
                case '/' -> a / b;
                case '%' -> a % b;
                case '&' -> a & b;
                case '|' -> a | b;
                default -> a ^ b;
            };
        } catch (ArithmeticException overflow) {
            throw DotNetException.overflow();
        }
    }

    private static double doubles(char operator, double a, double b) {
        return switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> a / b;
            default -> a % b;
        };
    }

    private static UInt32 uint(char operator, @Nullable Object left, @Nullable Object right, boolean isChecked) {
        long a = ((UInt32) required(left)).value();
        if (operator == '<' || operator == '>') {
            int by = (Integer) required(right) & 31;
            return UInt32.of(operator == '<' ? a << by : a >>> by);
        }
        long value = longs(operator, a, ((UInt32) required(right)).value(), false);
        if (isChecked && value >>> 32 != 0) {
            throw DotNetException.overflow();
        }
        return UInt32.of(value);
    }

    private static UInt64 ulong(char operator, @Nullable Object left, @Nullable Object right, boolean isChecked) {
        long a = ((UInt64) required(left)).bits();
        if (operator == '<' || operator == '>') {
            int by = (Integer) required(right) & 63;
            return new UInt64(operator == '<' ? a << by : a >>> by);
        }
        long b = ((UInt64) required(right)).bits();
        if ((operator == '/' || operator == '%') && b == 0) {
            throw DotNetException.divideByZero();
        }
        if (isChecked && overflows(operator, a, b)) {
            throw DotNetException.overflow();
        }
        return new UInt64(
                switch (operator) {
                    case '/' -> Long.divideUnsigned(a, b);
                    case '%' -> Long.remainderUnsigned(a, b);
                    default -> longs(operator, a, b, false);
                });
    }

    private static boolean overflows(char operator, long a, long b) {
        return switch (operator) {
            case '+' -> Long.compareUnsigned(a + b, a) < 0;
            case '-' -> Long.compareUnsigned(a, b) < 0;
            case '*' -> a != 0 && Long.divideUnsigned(a * b, a) != b;
            default -> false;
        };
    }

    private static BigDecimal decimals(char operator, @Nullable Object left, @Nullable Object right) {
        BigDecimal a = (BigDecimal) required(left);
        BigDecimal b = (BigDecimal) required(right);
        return switch (operator) {
            case '+' -> Decimals.add(a, b);
            case '-' -> Decimals.subtract(a, b);
            case '*' -> Decimals.multiply(a, b);
            case '/' -> Decimals.divide(a, b);
            default -> Decimals.remainder(a, b);
        };
    }

    private static float number(@Nullable Object value) {
        return (Float) required(value);
    }

    static Object required(@Nullable Object value) {
        if (value == null) {
            throw DotNetException.nullReference();
        }
        return value;
    }
}
