package dev.apim.core.expression.csharp.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** .NET's {@code KeyValuePair}: equal by key and value. Immutable. */
public final class KeyValuePair implements Composite {
    private final @Nullable Object key;
    private final @Nullable Object value;
    private final long weight;

    /** Of these two. */
    public KeyValuePair(@Nullable Object key, @Nullable Object value) {
        this.key = key;
        this.value = value;
        this.weight = Composite.weight(key, value);
    }

    /** The key. */
    public @Nullable Object key() {
        return key;
    }

    /** The value. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyValuePair that && Objects.equals(key, that.key) && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        Composite.append(text, key);
        Composite.append(text.append(", "), value);
        return text.append(']').toString();
    }
}
