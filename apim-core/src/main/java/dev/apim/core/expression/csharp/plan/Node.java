package dev.apim.core.expression.csharp.plan;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, ready to be evaluated. Immutable and thread-safe; what it needs of one evaluation is in the {@link Frame}. A
 * node of a primitive type overrides the method of that type, so that nothing is boxed on the way.
 */
@FunctionalInterface
public interface Node {
    /** The value. */
    @Nullable
    Object eval(Frame frame);

    /** The value of a {@code bool}. */
    default boolean test(Frame frame) {
        return (Boolean) notNull(eval(frame));
    }

    /** The value of an {@code int}. */
    default int int32(Frame frame) {
        return (Integer) notNull(eval(frame));
    }

    /** The value of a {@code long}. */
    default long int64(Frame frame) {
        return (Long) notNull(eval(frame));
    }

    /** The value of a {@code double}. */
    default double float64(Frame frame) {
        return (Double) notNull(eval(frame));
    }

    private static Object notNull(@Nullable Object value) {
        if (value == null) {
            throw dev.apim.core.expression.csharp.value.DotNetException.nullReference();
        }
        return value;
    }
}
