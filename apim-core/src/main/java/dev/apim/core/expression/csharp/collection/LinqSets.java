package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Delegate;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that take sequences as sets; the first of those that are the same stays. */
final class LinqSets {
    private static final String COMPARER = ", IEqualityComparer<TSource> comparer)";
    private static final String KEY_COMPARER = ", IEqualityComparer<TKey> comparer)";

    private LinqSets() {}

    static void define(Operators type) {
        distinct(type);
        union(type);
        membership(type, "Intersect", true);
        membership(type, "Except", false);
    }

    private static void distinct(Operators type) {
        String plain = "IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source";
        type.lazy(plain + ")", a -> distinct(a, null, new SlotTable(a.comparer(1)), 1));
        type.lazy(plain + COMPARER, a -> distinct(a, null, new SlotTable(a.comparer(1)), 1));
        String by = "IEnumerable<TSource> DistinctBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource,"
                + " TKey> keySelector";
        type.lazy(by + ")", a -> distinct(a, a.function(1), new SlotTable(a.comparer(2)), 1));
        type.lazy(by + KEY_COMPARER, a -> distinct(a, a.function(1), new SlotTable(a.comparer(2)), 1));
    }

    private static void union(Operators type) {
        String plain =
                "IEnumerable<TSource> Union<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second";
        type.lazy(plain + ")", a -> distinct(a, null, new SlotTable(a.comparer(2)), 2));
        type.lazy(plain + COMPARER, a -> distinct(a, null, new SlotTable(a.comparer(2)), 2));
        String by = "IEnumerable<TSource> UnionBy<TSource, TKey>(this IEnumerable<TSource> first, IEnumerable<TSource>"
                + " second, Func<TSource, TKey> keySelector";
        type.lazy(by + ")", a -> distinct(a, a.function(2), new SlotTable(a.comparer(3)), 2));
        type.lazy(by + KEY_COMPARER, a -> distinct(a, a.function(2), new SlotTable(a.comparer(3)), 2));
    }

    /** The elements of the first one or two arguments whose keys are not yet in the set. */
    private static Pull distinct(Operators.Arguments a, @Nullable Delegate key, SlotTable seen, int sequences) {
        Cursor[] in = {a.cursor(0)};
        int[] at = {0};
        return () -> {
            while (true) {
                if (!in[0].move()) {
                    if (++at[0] >= sequences) {
                        return Pull.END;
                    }
                    in[0] = a.cursor(at[0]);
                } else if (isNew(a, seen, key == null ? in[0].current() : key.call(in[0].current()))) {
                    return in[0].current();
                }
            }
        };
    }

    private static boolean isNew(Operators.Arguments a, SlotTable seen, @Nullable Object key) {
        a.evaluation().make(1);
        return seen.add(key, null);
    }

    private static void membership(Operators type, String name, boolean inBoth) {
        String plain = "IEnumerable<TSource> " + name
                + "<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second";
        type.lazy(plain + ")", a -> members(a, null, new SlotTable(a.comparer(2)), inBoth));
        type.lazy(plain + COMPARER, a -> members(a, null, new SlotTable(a.comparer(2)), inBoth));
        String by = "IEnumerable<TSource> " + name + "By<TSource, TKey>(this IEnumerable<TSource> first,"
                + " IEnumerable<TKey> second, Func<TSource, TKey> keySelector";
        type.lazy(by + ")", a -> members(a, a.function(2), new SlotTable(a.comparer(3)), inBoth));
        type.lazy(by + KEY_COMPARER, a -> members(a, a.function(2), new SlotTable(a.comparer(3)), inBoth));
    }

    /** Those of the first whose keys are, or are not, in the second; each once. */
    private static Pull members(Operators.Arguments a, @Nullable Delegate key, SlotTable second, boolean inBoth) {
        Cursor other = a.cursor(1);
        while (other.move()) {
            isNew(a, second, other.current());
        }
        Cursor in = a.cursor(0);
        return () -> {
            while (in.move()) {
                Object found = key == null ? in.current() : key.call(in.current());
                if (inBoth ? second.remove(found) : isNew(a, second, found)) {
                    return in.current();
                }
            }
            return Pull.END;
        };
    }
}
