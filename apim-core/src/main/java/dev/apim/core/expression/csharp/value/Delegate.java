package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** A lambda, or a method taken as a value: what a library method with a {@code Func}, {@code Action} or {@code Predicate} is given. */
@FunctionalInterface
public interface Delegate {
    /**
     * Calls it.
     *
     * @param arguments as many as its type has
     * @return null of one that gives nothing
     */
    @Nullable
    Object call(@Nullable Object... arguments);

    /** Calls one that has one argument: most have, and an array for it can be spared. */
    default @Nullable Object call(@Nullable Object argument) {
        return call(new @Nullable Object[] {argument});
    }

    /** Calls one that tells something. */
    default boolean test(@Nullable Object argument) {
        return Boolean.TRUE.equals(call(argument));
    }
}
