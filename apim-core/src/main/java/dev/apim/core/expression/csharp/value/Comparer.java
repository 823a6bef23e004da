package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/**
 * The Java face of .NET's {@code IComparer<T>}, {@code IEqualityComparer<T>} and their like without type: {@code StringComparer},
 * {@code Comparer<T>.Default}, {@code EqualityComparer<T>.Default}.
 */
public interface Comparer {
    /** Less than 0, 0 or more; null is before everything. */
    int compare(@Nullable Object left, @Nullable Object right);

    /** Whether two are the same to it. */
    boolean equal(@Nullable Object left, @Nullable Object right);

    /** A hash that agrees with {@link #equal}. */
    int hash(@Nullable Object value);
}
