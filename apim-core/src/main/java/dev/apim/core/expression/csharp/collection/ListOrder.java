package dev.apim.core.expression.csharp.collection;

import static dev.apim.core.expression.csharp.collection.ListType.number;
import static dev.apim.core.expression.csharp.collection.ListType.self;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** How a {@code List<T>} is sorted, turned round and searched when sorted. */
final class ListOrder {
    private ListOrder() {}

    static void define(TypeBuilder type) {
        sorts(type);
        type.method("void Reverse()", (ListValue self) -> reverse(self, 0, self.count()))
                .method("void Reverse(int index, int count)", (ListValue self, Integer index, Integer count) -> {
                    Require.range(index, count, self.count());
                    return reverse(self, index, count);
                });
        type.methodWith("int BinarySearch(T item)", (call, a) -> {
            Search search = new Search(call.evaluation(), self(a));
            return search.binary(0, search.size(), a[1], DefaultComparer.INSTANCE);
        });
        type.methodWith("int BinarySearch(T item, IComparer<T> comparer)", (call, a) -> {
            Search search = new Search(call.evaluation(), self(a));
            return search.binary(0, search.size(), a[1], DefaultComparer.or(a[2]));
        });
        type.methodWith("int BinarySearch(int index, int count, T item, IComparer<T> comparer)", (call, a) -> {
            Search search = new Search(call.evaluation(), self(a));
            Require.range(number(a[1]), number(a[2]), search.size());
            return search.binary(number(a[1]), number(a[2]), a[3], DefaultComparer.or(a[4]));
        });
    }

    private static void sorts(TypeBuilder type) {
        type.methodWith(
                        "void Sort()",
                        (call, a) -> sort(self(a), 0, self(a).count(), DefaultComparer.INSTANCE, call.evaluation()))
                .costly()
                .methodWith(
                        "void Sort(IComparer<T> comparer)",
                        (call, a) -> sort(self(a), 0, self(a).count(), DefaultComparer.or(a[1]), call.evaluation()))
                .costly()
                .methodWith("void Sort(Comparison<T> comparison)", (call, a) -> {
                    Delegate comparison = (Delegate) Require.argument(a[1], "comparison");
                    return sort(self(a), 0, self(a).count(), FunctionComparer.order(comparison), call.evaluation());
                })
                .costly()
                .methodWith("void Sort(int index, int count, IComparer<T> comparer)", (call, a) -> {
                    Require.range(number(a[1]), number(a[2]), self(a).count());
                    return sort(self(a), number(a[1]), number(a[2]), DefaultComparer.or(a[3]), call.evaluation());
                })
                .costly();
    }

    private static @Nullable Object sort(
            ListValue list, int index, int count, Comparer comparer, Evaluation evaluation) {
        @Nullable Object[] elements = list.elements().toArray();
        IntroSort.sort(elements, index, count, comparer::compare, evaluation);
        list.change(before -> Arrays.asList(elements));
        return null;
    }

    private static @Nullable Object reverse(ListValue list, int index, int count) {
        list.change(elements -> {
            Collections.reverse(elements.subList(index, index + count));
            return elements;
        });
        return null;
    }
}
