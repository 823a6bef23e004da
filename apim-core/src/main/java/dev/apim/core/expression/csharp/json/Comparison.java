package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.UInt64;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How Json.NET orders two simple values. */
final class Comparison {
    private static final double EPSILON = 2.220446049250313E-16;

    private Comparison() {}

    /** Less than 0, 0 or more. */
    static int of(TokenType type, @Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return 0;
        }
        if (right == null || left == null) {
            return right == null ? 1 : -1;
        }
        return switch (type) {
            case INTEGER, FLOAT -> numbers(type, left, right);
            case COMMENT, STRING, RAW -> Texts.of(left).compareTo(Texts.of(right));
            case BOOLEAN -> Boolean.compare(Scalars.toBoolean(left), Scalars.toBoolean(right));
            case DATE -> dates(left, right);
            case BYTES ->
                right instanceof byte[] other ? Arrays.compareUnsigned((byte[]) left, other) : mismatch("byte[]");
            case GUID -> right instanceof UUID other ? guids((UUID) left, other) : mismatch("Guid");
            case URI -> Names.isUri(right) ? Texts.of(left).compareTo(Texts.of(right)) : mismatch("Uri");
            case TIME_SPAN ->
                right instanceof TimeSpan other ? ((TimeSpan) left).compareTo(other) : mismatch("TimeSpan");
            default -> throw DotNetException.outOfRange("Unexpected value type: " + type.shown(), "valueType");
        };
    }

    private static int mismatch(String type) {
        throw DotNetException.argument("Object must be of type " + type + ".", null);
    }

    private static int guids(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    private static int dates(Object left, Object right) {
        if (left instanceof DateTimeOffset offset) {
            return offset.compareTo(
                    right instanceof DateTimeOffset other ? other : DateTimeOffset.of(Scalars.toDateTime(right)));
        }
        DateTime other = right instanceof DateTimeOffset offset ? offset.clock() : Scalars.toDateTime(right);
        return ((DateTime) left).compareTo(other);
    }

    private static int numbers(TokenType type, Object left, Object right) {
        if (left instanceof BigInteger || right instanceof BigInteger) {
            return big(left).compareTo(big(right));
        }
        if (isExact(left) || isExact(right)) {
            return Scalars.toDecimal(left).compareTo(Scalars.toDecimal(right));
        }
        if (type == TokenType.FLOAT || isFloat(left) || isFloat(right)) {
            return floats(Scalars.toDouble(left), Scalars.toDouble(right));
        }
        return Long.compare(Scalars.toInt64(left), Scalars.toInt64(right));
    }

    private static BigDecimal big(Object value) {
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (isFloat(value)) {
            double number = Scalars.toDouble(value);
            if (!Double.isFinite(number)) {
                throw DotNetException.overflow("BigInteger cannot represent infinity.");
            }
            return new BigDecimal(number);
        }
        return Scalars.toDecimal(value);
    }

    private static boolean isExact(Object value) {
        return value instanceof UInt64 || value instanceof BigDecimal;
    }

    private static boolean isFloat(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    /** Equal within what floating point loses. */
    private static int floats(double left, double right) {
        double tolerance = (Math.abs(left) + Math.abs(right) + 10.0) * EPSILON;
        double difference = left - right;
        if (left == right || (-tolerance < difference && tolerance > difference)) {
            return 0;
        }
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(Double.isNaN(right), Double.isNaN(left));
        }
        return Double.compare(left, right);
    }
}
