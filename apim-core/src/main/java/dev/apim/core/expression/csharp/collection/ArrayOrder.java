package dev.apim.core.expression.csharp.collection;

import static dev.apim.core.expression.csharp.collection.ArrayType.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code System.Array}'s members that sort, turn round and fill, and that search what is sorted. */
final class ArrayOrder {
    private ArrayOrder() {}

    static void define(TypeBuilder type) {
        sorts(type, "Array keys", "Array items", "", "IComparer comparer");
        sorts(type, "TKey[] keys", "TValue[] items", "<TKey, TValue>", "IComparer<TKey> comparer");
        sortsAlone(type, "Array array", "", "IComparer comparer");
        sortsAlone(type, "T[] array", "<T>", "IComparer<T> comparer");
        type.methodWith("static void Sort<T>(T[] array, Comparison<T> comparison)", (call, a) -> {
                    Object array = Require.argument(a[0], "array");
                    Delegate comparison = (Delegate) Require.argument(a[1], "comparison");
                    return sort(call, array, null, 0, ArrayValues.length(array), FunctionComparer.order(comparison));
                })
                .costly();
        reverses(type, "(Array array");
        reverses(type, "<T>(T[] array");
        searches(type, "(Array array, ", "object value", "IComparer comparer");
        searches(type, "<T>(T[] array, ", "T value", "IComparer<T> comparer");
        fills(type);
    }

    private static void sortsAlone(TypeBuilder type, String array, String generic, String comparer) {
        String name = "static void Sort" + generic + "(" + array;
        type.methodWith(name + ")", (call, a) -> all(call, a[0], null, null)).costly();
        type.methodWith(name + ", " + comparer + ")", (call, a) -> all(call, a[0], null, a[1]))
                .costly();
        String part = name + ", int index, int length";
        type.methodWith(part + ")", (call, a) -> part(call, a[0], null, number(a[1]), number(a[2]), null))
                .costly();
        type.methodWith(
                        part + ", " + comparer + ")",
                        (call, a) -> part(call, a[0], null, number(a[1]), number(a[2]), a[3]))
                .costly();
    }

    private static void sorts(TypeBuilder type, String keys, String items, String generic, String comparer) {
        String name = "static void Sort" + generic + "(" + keys + ", " + items;
        type.methodWith(name + ")", (call, a) -> all(call, a[0], a[1], null)).costly();
        type.methodWith(name + ", " + comparer + ")", (call, a) -> all(call, a[0], a[1], a[2]))
                .costly();
        String part = name + ", int index, int length";
        type.methodWith(part + ")", (call, a) -> part(call, a[0], a[1], number(a[2]), number(a[3]), null))
                .costly();
        type.methodWith(
                        part + ", " + comparer + ")",
                        (call, a) -> part(call, a[0], a[1], number(a[2]), number(a[3]), a[4]))
                .costly();
    }

    private static @Nullable Object all(
            Code.Call call, @Nullable Object keys, @Nullable Object items, @Nullable Object comparer) {
        Object array = Require.argument(keys, items == null ? "array" : "keys");
        return part(call, array, items, 0, ArrayValues.length(array), comparer);
    }

    private static @Nullable Object part(
            Code.Call call,
            @Nullable Object keys,
            @Nullable Object items,
            int index,
            int length,
            @Nullable Object comparer) {
        Object array = Require.argument(keys, items == null ? "array" : "keys");
        Require.notNegative(index, "index");
        Require.notNegative(length, "length");
        if (ArrayValues.length(array) - index < length
                || (items != null && ArrayValues.length(items) - index < length)) {
            throw DotNetException.argument(Require.OFF_LENGTH, null);
        }
        return sort(call, array, items, index, length, DefaultComparer.or(comparer));
    }

    /** Sorts keys, and what goes with them. */
    private static @Nullable Object sort(
            Code.Call call, Object keys, @Nullable Object items, int index, int length, Comparer comparer) {
        call.evaluation().make(length);
        @Nullable Object[] pairs = new Object[length];
        for (int i = 0; i < length; i++) {
            Object item = items == null ? null : ArrayValues.get(items, index + i);
            pairs[i] = new Pair(ArrayValues.get(keys, index + i), item);
        }
        IntroSort.sort(pairs, 0, length, (a, b) -> comparer.compare(pair(a).key(), pair(b).key()), call.evaluation());
        for (int i = 0; i < length; i++) {
            ArrayValues.set(keys, index + i, pair(pairs[i]).key());
            if (items != null) {
                ArrayValues.set(items, index + i, pair(pairs[i]).item());
            }
        }
        return null;
    }

    private record Pair(@Nullable Object key, @Nullable Object item) {}

    private static Pair pair(@Nullable Object pair) {
        return (Pair) Objects.requireNonNull(pair);
    }

    private static void reverses(TypeBuilder type, String of) {
        type.methodWith("static void Reverse" + of + ")", (call, a) -> {
            Object array = Require.argument(a[0], "array");
            return reverse(array, 0, ArrayValues.length(array));
        });
        type.methodWith("static void Reverse" + of + ", int index, int length)", (call, a) -> {
            Object array = Require.argument(a[0], "array");
            Require.notNegative(number(a[1]), "index");
            Require.notNegative(number(a[2]), "length");
            if (ArrayValues.length(array) - number(a[1]) < number(a[2])) {
                throw DotNetException.argument(Require.OFF_LENGTH, null);
            }
            return reverse(array, number(a[1]), number(a[2]));
        });
    }

    private static @Nullable Object reverse(Object array, int index, int length) {
        for (int i = index, j = index + length - 1; i < j; i++, j--) {
            Object kept = ArrayValues.get(array, i);
            ArrayValues.set(array, i, ArrayValues.get(array, j));
            ArrayValues.set(array, j, kept);
        }
        return null;
    }

    private static void searches(TypeBuilder type, String of, String value, String comparer) {
        String name = "static int BinarySearch" + of;
        type.methodWith(name + value + ")", (call, a) -> binary(call, a[0], List.of(), a[1], null));
        type.methodWith(name + value + ", " + comparer + ")", (call, a) -> binary(call, a[0], List.of(), a[1], a[2]));
        String part = name + "int index, int length, " + value;
        type.methodWith(part + ")", (call, a) -> binary(call, a[0], List.of(number(a[1]), number(a[2])), a[3], null));
        type.methodWith(
                part + ", " + comparer + ")",
                (call, a) -> binary(call, a[0], List.of(number(a[1]), number(a[2])), a[3], a[4]));
    }

    private static Object binary(
            Code.Call call,
            @Nullable Object of,
            List<Integer> stretch,
            @Nullable Object value,
            @Nullable Object comparer) {
        Object array = Require.argument(of, "array");
        List<Integer> part = stretch.isEmpty() ? List.of(0, ArrayValues.length(array)) : stretch;
        Require.notNegative(part.get(0), "index");
        Require.notNegative(part.get(1), "length");
        if (ArrayValues.length(array) - part.get(0) < part.get(1)) {
            throw DotNetException.argument(Require.OFF_LENGTH, null);
        }
        return new Search(call.evaluation(), array)
                .binary(part.get(0), part.get(1), value, DefaultComparer.or(comparer));
    }

    private static void fills(TypeBuilder type) {
        type.methodWith("static void Fill<T>(T[] array, T value)", (call, a) -> {
            Object array = Require.argument(a[0], "array");
            return fill(array, 0, ArrayValues.length(array), a[1]);
        });
        type.methodWith("static void Fill<T>(T[] array, T value, int startIndex, int count)", (call, a) -> {
            Object array = Require.argument(a[0], "array");
            int start = number(a[2]);
            int length = ArrayValues.length(array);
            if (start < 0 || start > length) {
                throw DotNetException.outOfRange(Require.INDEX_LESS_OR_EQUAL, "startIndex");
            }
            if (number(a[3]) < 0 || start > length - number(a[3])) {
                throw DotNetException.outOfRange(Require.COUNT, "count");
            }
            return fill(array, start, number(a[3]), a[1]);
        });
    }

    private static @Nullable Object fill(Object array, int start, int count, @Nullable Object value) {
        for (int i = start; i < start + count; i++) {
            ArrayValues.set(array, i, value);
        }
        return null;
    }
}
