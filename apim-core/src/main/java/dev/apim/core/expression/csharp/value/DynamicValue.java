package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** An object that {@code dynamic} computes with as if it were what it holds: a JSON number or text. */
public interface DynamicValue {
    /** What it holds. */
    @Nullable
    Object dynamicValue();

    /** How it compares with another value on its right, below 0 if it is less; a {@link DotNetException} where it does not. */
    int dynamicCompare(@Nullable Object other);
}
