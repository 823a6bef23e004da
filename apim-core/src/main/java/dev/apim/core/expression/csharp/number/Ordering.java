package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Values;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code CompareTo}, {@code Equals} and {@code GetHashCode} of .NET's simple types. */
final class Ordering {
    private Ordering() {}

    /** What {@code CompareTo} gives for two values of one type: of the small types the difference, else -1, 0 or 1. */
    static int compare(Object left, Object right) {
        NumericType type = NumericType.ofValue(left);
        if (type == null) {
            return other(left, right);
        }
        return switch (type) {
            case SINGLE, DOUBLE -> floating(((Number) left).doubleValue(), ((Number) right).doubleValue());
            case DECIMAL -> ((BigDecimal) left).compareTo((BigDecimal) right);
            case UINT64 -> Long.compareUnsigned(Conversions.bits(left), Conversions.bits(right));
            case INT32, UINT32, INT64 -> Long.compare(Conversions.bits(left), Conversions.bits(right));
            default -> (int) (Conversions.bits(left) - Conversions.bits(right));
        };
    }

    /** What {@code CompareTo(object)} gives: any value is more than null, and only those of one type compare. */
    static int compareTo(Object left, @Nullable Object right, String typeName) {
        if (right == null) {
            return 1;
        }
        if (left.getClass() != right.getClass()) {
            throw DotNetException.argument("Object must be of type " + typeName + ".", null);
        }
        return compare(left, right);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class
    private static int other(Object left, Object right) {
        if (left instanceof UUID a && right instanceof UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }
        if (left instanceof EnumValue a && right instanceof EnumValue b) {
            return Long.compare(a.value(), b.value());
        }
        if (left instanceof Comparable comparable && left.getClass() == right.getClass()) {
            return Integer.signum(comparable.compareTo(right));
        }
        throw DotNetException.argument("At least one object must implement IComparable.", null);
    }

    /** NaN is less than every number and equal to itself; the zeros are equal. */
    private static int floating(double left, double right) {
        if (left == right) {
            return 0;
        }
        if (Double.isNaN(left)) {
            return Double.isNaN(right) ? 0 : -1;
        }
        return Double.isNaN(right) || left > right ? 1 : -1;
    }

    /** Whether a value is of the same type and equal. */
    static boolean equal(Object left, @Nullable Object right) {
        if (left instanceof Float && right instanceof Float) {
            return compare(left, right) == 0;
        }
        return Values.equal(left, right);
    }

    /** What {@code GetHashCode} gives. */
    static int hash(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof UUID guid) {
            return GuidText.hash(guid);
        }
        if (value instanceof EnumValue constant) {
            return (int) constant.value();
        }
        NumericType type = NumericType.ofValue(value);
        if (type == null) {
            return Values.hash(value);
        }
        return switch (type) {
            case DOUBLE -> floating(Double.doubleToRawLongBits((Double) value));
            case SINGLE -> {
                int bits = Float.floatToRawIntBits((Float) value);
                boolean special = (Float) value == 0 || ((Float) value).isNaN();
                yield special ? bits & 0x7F80_0000 : bits;
            }
            case DECIMAL -> Decimals.hash((BigDecimal) value);
            case INT64, UINT64 -> Long.hashCode(Conversions.bits(value));
            case CHAR -> (Character) value | (Character) value << 16;
            default -> (int) Conversions.bits(value);
        };
    }

    private static int floating(long bits) {
        double value = Double.longBitsToDouble(bits);
        return Long.hashCode(value == 0 || Double.isNaN(value) ? bits & 0x7FF0_0000_0000_0000L : bits);
    }
}
