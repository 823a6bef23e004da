package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.Composite;
import dev.apim.core.expression.csharp.value.Values;
import org.jspecify.annotations.Nullable;

/** .NET's class {@code Tuple}: equal by its items to another of the same type. Immutable. */
final class TupleObject implements Typed, Composite {
    private final CsType type;
    private final @Nullable Object[] items;
    private final long weight;

    TupleObject(CsType type, @Nullable Object... items) {
        this.type = type;
        this.items = items;
        this.weight = Composite.weight(items);
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public CsType type() {
        return type;
    }

    int size() {
        return items.length;
    }

    @Nullable
    Object item(int index) {
        return items[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof TupleObject that) || !that.type.equals(type)) {
            return false;
        }
        for (int i = 0; i < items.length; i++) {
            if (!Values.equal(items[i], that.items[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Object item : items) {
            hash = (hash << 5) + hash ^ Values.hash(item);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < items.length; i++) {
            Composite.append(text.append(i == 0 ? "" : ", "), items[i]);
        }
        return text.append(')').toString();
    }
}
