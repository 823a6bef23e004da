package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** .NET's {@code KeyValuePair}. Immutable. */
public record KeyValuePair(@Nullable Object key, @Nullable Object value) {
    @Override
    public String toString() {
        return "[" + Texts.orEmpty(key) + ", " + Texts.orEmpty(value) + "]";
    }
}
