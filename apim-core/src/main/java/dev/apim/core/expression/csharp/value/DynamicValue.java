package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** An object that {@code dynamic} computes with as if it were what it holds: a JSON number or text. */
public interface DynamicValue {
    /** What it holds. */
    @Nullable
    Object dynamicValue();
}
