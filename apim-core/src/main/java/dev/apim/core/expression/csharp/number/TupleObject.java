package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** .NET's class {@code Tuple}: equal by its items to another of the same type. Immutable. */
final class TupleObject implements Typed {
    private final CsType type;
    private final @Nullable Object[] items;

    TupleObject(CsType type, @Nullable Object... items) {
        this.type = type;
        this.items = items;
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
        return Arrays.stream(items).map(Texts::orEmpty).collect(Collectors.joining(", ", "(", ")"));
    }
}
