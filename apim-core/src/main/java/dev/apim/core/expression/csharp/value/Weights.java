package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** What values weigh within a {@link Composite}. */
final class Weights {
    static final long MOST = Budget.DEFAULT.characters();

    private static final int SCALAR = 8;
    private static final int OTHER = 256;

    private Weights() {}

    static long of(@Nullable Object part) {
        if (part instanceof Composite composite) {
            return composite.weight();
        }
        if (part instanceof String text) {
            return text.length() + 1L;
        }
        return part == null || part instanceof Number || part instanceof Boolean || part instanceof Unsigned
                ? SCALAR
                : OTHER;
    }
}
