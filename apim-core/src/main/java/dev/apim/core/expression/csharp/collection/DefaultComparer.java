package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Unsigned;
import dev.apim.core.expression.csharp.value.Values;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code Comparer<T>.Default} and {@code EqualityComparer<T>.Default}. */
enum DefaultComparer implements Comparer {
    /** It. */
    INSTANCE;

    /** A comparer, or the default for none. */
    static Comparer or(@Nullable Object comparer) {
        return comparer == null ? INSTANCE : (Comparer) comparer;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof String a && right instanceof String b) {
            return InvariantOrder.compare(a, b);
        }
        if (left instanceof Unsigned a && right instanceof Unsigned b) {
            return Long.compareUnsigned(a.bits(), b.bits());
        }
        if (left instanceof Double || left instanceof Float) {
            return floating(((Number) left).doubleValue(), ((Number) right).doubleValue());
        }
        return comparable(left, right);
    }

    /** NaN is before all numbers, and -0 is 0. */
    private static int floating(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        if (left == right) {
            return 0;
        }
        return Double.isNaN(left) ? (Double.isNaN(right) ? 0 : -1) : 1;
    }

    @SuppressWarnings("unchecked") // what is of one class compares with it
    private static int comparable(Object left, Object right) {
        if (left instanceof EnumValue a && right instanceof EnumValue b && a.type() == b.type()) {
            return Long.compare(a.value(), b.value());
        }
        if (left instanceof UUID a && right instanceof UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }
        if (left instanceof Comparable<?> comparable && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(right);
        }
        if (left instanceof Comparable<?> || left instanceof String) {
            throw DotNetException.argument("Object must be of the same type.", null);
        }
        throw DotNetException.argument("At least one object must implement IComparable.", null);
    }

    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return Values.equal(left, right);
    }

    @Override
    public int hash(@Nullable Object value) {
        return Values.hash(value);
    }
}
