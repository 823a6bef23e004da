package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * A comparer made of lambdas: {@code Comparer<T>.Create}, {@code EqualityComparer<T>.Create}, and what a {@code Comparison<T>} stands for.
 *
 * @param comparison of an order
 * @param equality of an equality
 * @param hash of an equality
 */
record FunctionComparer(
        @Nullable Delegate comparison,
        @Nullable Delegate equality,
        @Nullable Delegate hash) implements Comparer {
    static FunctionComparer order(Delegate comparison) {
        return new FunctionComparer(comparison, null, null);
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        Object result = comparison == null ? null : comparison.call(left, right);
        return result instanceof Integer order ? order : DefaultComparer.INSTANCE.compare(left, right);
    }

    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return equality == null ? Values.equal(left, right) : Boolean.TRUE.equals(equality.call(left, right));
    }

    @Override
    public int hash(@Nullable Object value) {
        if (equality == null) {
            return Values.hash(value);
        }
        if (hash == null) {
            throw new DotNetException("System.NotSupportedException", "Specified method is not supported.");
        }
        return hash.call(value) instanceof Integer code ? code : 0;
    }

    @Override
    public String toString() {
        return equality == null ? "System.Collections.Generic.ComparisonComparer`1" : "System.Func";
    }
}
