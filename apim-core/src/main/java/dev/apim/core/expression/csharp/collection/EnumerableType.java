package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import org.jspecify.annotations.Nullable;

/** {@code System.Linq.Enumerable}, whole. What takes a {@code Range} or an {@code Index} needs a newer language. */
final class EnumerableType {
    private EnumerableType() {}

    static void define(TypeBuilder type) {
        Operators operators = new Operators(type);
        LinqShape.define(operators);
        LinqPart.define(operators);
        LinqSets.define(operators);
        LinqGroups.define(operators);
        LinqElements.define(operators);
        LinqResults.define(operators);
        LinqNumbers.define(operators);
        type.method(
                "IEnumerable<TSource> AsEnumerable<TSource>(this IEnumerable<TSource> source)",
                (@Nullable Object source) -> source);
    }
}
