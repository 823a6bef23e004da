package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.number.Decimals;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How numbers of a type are summed up and averaged.
 *
 * @param type its C# name
 * @param average the type of an average
 * @param zero the sum of none
 * @param wide a number as it is added up
 * @param plus of two such
 * @param sum the sum as a number of the type
 * @param mean of a sum and a count
 */
record Totals(
        String type,
        String average,
        Object zero,
        UnaryOperator<Object> wide,
        BinaryOperator<Object> plus,
        UnaryOperator<Object> sum,
        BiFunction<Object, Long, Object> mean) {
    static final Totals INT = new Totals(
            "int",
            "double",
            0L,
            value -> (long) (Integer) value,
            (a, b) -> exact((Long) a, (Long) b),
            value -> narrow((Long) value),
            (sum, count) -> (double) (Long) sum / count);
    static final Totals LONG = new Totals(
            "long",
            "double",
            0L,
            value -> value,
            (a, b) -> exact((Long) a, (Long) b),
            value -> value,
            (sum, count) -> (double) (Long) sum / count);
    static final Totals FLOAT = new Totals(
            "float",
            "float",
            0.0,
            value -> (double) (Float) value,
            (a, b) -> (Double) a + (Double) b,
            value -> (float) (double) (Double) value,
            (sum, count) -> (float) ((Double) sum / count));
    static final Totals DOUBLE = new Totals(
            "double",
            "double",
            0.0,
            value -> value,
            (a, b) -> (Double) a + (Double) b,
            value -> value,
            (sum, count) -> (Double) sum / count);
    static final Totals DECIMAL = new Totals(
            "decimal",
            "decimal",
            BigDecimal.ZERO,
            value -> value,
            (a, b) -> Decimals.add((BigDecimal) a, (BigDecimal) b),
            value -> value,
            (sum, count) -> Decimals.divide((BigDecimal) sum, BigDecimal.valueOf(count)));

    private static Long exact(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw DotNetException.overflow();
        }
    }

    private static Integer narrow(long sum) {
        if (sum != (int) sum) {
            throw DotNetException.overflow();
        }
        return (int) sum;
    }

    /** The sum of what there is; it overflows as soon as a sum on the way does. */
    Object sum(Cursor in, @Nullable Delegate selector) {
        Object total = zero;
        Object result = sum.apply(zero);
        while (in.move()) {
            Object value = selector == null ? in.current() : selector.call(in.current());
            if (value != null) {
                total = plus.apply(total, wide.apply(value));
                result = sum.apply(total);
            }
        }
        return result;
    }

    /** The average of what there is, null of nothing. */
    @Nullable
    Object average(Cursor in, @Nullable Delegate selector) {
        Object total = zero;
        long count = 0;
        while (in.move()) {
            Object value = selector == null ? in.current() : selector.call(in.current());
            if (value != null) {
                total = plus.apply(total, wide.apply(value));
                count++;
            }
        }
        return count == 0 ? null : mean.apply(total, count);
    }
}
