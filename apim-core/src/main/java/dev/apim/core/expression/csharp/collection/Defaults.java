package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.TupleValue;
import org.jspecify.annotations.Nullable;

/** {@code default(T)} of types known when the expression runs. */
public final class Defaults {
    private Defaults() {}

    /** Of a type; null of a reference. */
    public static @Nullable Object of(CsType type) {
        return switch (type.kind()) {
            case STRUCT ->
                type.definition().javaClass() == KeyValuePair.class
                        ? new KeyValuePair(
                                of(type.arguments().get(0)), of(type.arguments().get(1)))
                        : type.definition().defaultValue();
            case TUPLE ->
                new TupleValue(type.arguments().stream().map(Defaults::of).toArray());
            case ENUM -> type.definition().defaultValue();
            default -> null;
        };
    }
}
