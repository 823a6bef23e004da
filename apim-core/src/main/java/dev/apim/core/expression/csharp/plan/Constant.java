package dev.apim.core.expression.csharp.plan;

import org.jspecify.annotations.Nullable;

/** A value known already. */
public record Constant(@Nullable Object value) implements Node {
    @Override
    public @Nullable Object eval(Frame frame) {
        return value;
    }
}
