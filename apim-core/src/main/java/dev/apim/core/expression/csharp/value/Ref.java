package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/**
 * Where an {@code out} or {@code ref} argument lies.
 *
 * @param <T> of the variable
 */
public final class Ref<T> {
    /** What lies there. */
    public @Nullable T value;

    /** With this in it. */
    public Ref(@Nullable T value) {
        this.value = value;
    }
}
