package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that answer a question, fold a sequence, order it or make a collection of it. */
final class LinqResults {
    private static final String SOURCE = "<TSource>(this IEnumerable<TSource> source";
    private static final String PREDICATE = ", Func<TSource, bool> predicate)";
    private static final String KEY = "(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector";
    private static final String KEY_COMPARER = ", IEqualityComparer<TKey> comparer)";

    private LinqResults() {}

    static void define(Operators type) {
        questions(type);
        counts(type);
        folds(type);
        extremes(type, "Min", -1);
        extremes(type, "Max", 1);
        collections(type);
        dictionaries(type);
        orders(type);
    }

    private static void questions(Operators type) {
        type.eager("bool Any" + SOURCE + ")", a -> a.cursor(0).move());
        type.eager("bool Any" + SOURCE + PREDICATE, a -> meets(a, true));
        type.eager("bool All" + SOURCE + PREDICATE, a -> !meets(a, false));
        type.eager(
                "bool Contains" + SOURCE + ", TSource value)",
                a -> Faces.isCollection(a.sequence(0))
                        ? Faces.contains(a.sequence(0), a.value(1))
                        : contains(a, DefaultComparer.INSTANCE));
        type.eager(
                "bool Contains" + SOURCE + ", TSource value, IEqualityComparer<TSource> comparer)",
                a -> contains(a, a.comparer(2)));
        String equal = "bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second";
        type.eager(equal + ")", LinqResults::sequenceEqual);
        type.eager(equal + ", IEqualityComparer<TSource> comparer)", LinqResults::sequenceEqual);
    }

    /** Whether an element makes the predicate this. */
    private static boolean meets(Operators.Arguments a, boolean wanted) {
        Cursor in = a.cursor(0);
        while (in.move()) {
            if (a.function(1).test(in.current()) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Operators.Arguments a, Comparer comparer) {
        Cursor in = a.cursor(0);
        while (in.move()) {
            if (comparer.equal(in.current(), a.value(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sequenceEqual(Operators.Arguments a) {
        Cursor first = a.cursor(0);
        Cursor second = a.cursor(1);
        Comparer comparer = a.comparer(2);
        while (first.move()) {
            if (!second.move() || !comparer.equal(first.current(), second.current())) {
                return false;
            }
        }
        return !second.move();
    }

    private static void counts(Operators type) {
        type.eager("int Count" + SOURCE + ")", a -> (int) count(a, null));
        type.eager("int Count" + SOURCE + PREDICATE, a -> (int) count(a, a.function(1)));
        type.eager("long LongCount" + SOURCE + ")", a -> count(a, null));
        type.eager("long LongCount" + SOURCE + PREDICATE, a -> count(a, a.function(1)));
        type.eager("bool TryGetNonEnumeratedCount" + SOURCE + ", out int count)", LinqResults::tryCount);
    }

    private static long count(Operators.Arguments a, @Nullable Delegate predicate) {
        Object counted = a.sequence(0);
        while (predicate == null && counted instanceof OrderedSequence ordered) {
            counted = ordered.source();
        }
        if (predicate == null && Faces.isCollection(counted)) {
            return Faces.count(counted);
        }
        long count = 0;
        Cursor in = new Cursor(a.evaluation(), counted);
        while (in.move()) {
            if (predicate == null || predicate.test(in.current())) {
                count++;
            }
        }
        return count;
    }

    @SuppressWarnings("unchecked") // an out argument comes as its reference
    private static boolean tryCount(Operators.Arguments a) {
        int size = Sizes.cheap(a.sequence(0));
        ((Ref<Object>) Objects.requireNonNull(a.value(1))).value = Math.max(0, size);
        return size >= 0;
    }

    private static void folds(Operators type) {
        type.eager("TSource Aggregate" + SOURCE + ", Func<TSource, TSource, TSource> func)", a -> {
            Cursor in = a.cursor(0);
            if (!in.move()) {
                throw LinqElements.noElements();
            }
            return fold(in, in.current(), a.function(1));
        });
        String seeded = "(this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate>"
                + " func";
        type.eager(
                "TAccumulate Aggregate<TSource, TAccumulate>" + seeded + ")",
                a -> fold(a.cursor(0), a.value(1), a.function(2)));
        type.eager(
                "TResult Aggregate<TSource, TAccumulate, TResult>" + seeded
                        + ", Func<TAccumulate, TResult> resultSelector)",
                a -> a.function(3).call(fold(a.cursor(0), a.value(1), a.function(2))));
    }

    private static @Nullable Object fold(Cursor in, @Nullable Object seed, Delegate function) {
        Object folded = seed;
        while (in.move()) {
            folded = function.call(folded, in.current());
        }
        return folded;
    }

    private static void extremes(Operators type, String name, int sign) {
        type.eager("TSource " + name + SOURCE + ")", a -> extreme(a, null, a.comparer(1), sign, a.type(0)));
        type.eager(
                "TSource " + name + SOURCE + ", IComparer<TSource> comparer)",
                a -> extreme(a, null, a.comparer(1), sign, a.type(0)));
        type.eager(
                "TResult " + name
                        + "<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)",
                a -> extreme(a, a.function(1), DefaultComparer.INSTANCE, sign, a.type(1)));
    }

    /** The least or the greatest; nulls count only where there is nothing else. */
    static @Nullable Object extreme(
            Operators.Arguments a, @Nullable Delegate selector, Comparer comparer, int sign, CsType type) {
        Cursor in = a.cursor(0);
        Object best = null;
        boolean any = false;
        while (in.move()) {
            any = true;
            Object value = selector == null ? in.current() : selector.call(in.current());
            if (value != null && (best == null || Integer.signum(comparer.compare(value, best)) == sign)) {
                best = value;
            }
        }
        if (!any && type.isValueType()) {
            throw LinqElements.noElements();
        }
        return best;
    }

    private static void collections(Operators type) {
        type.eager(
                "TSource[] ToArray" + SOURCE + ")",
                a -> ArrayValues.of(a.type(0), Gather.all(a.evaluation(), a.sequence(0))));
        type.eager(
                "List<TSource> ToList" + SOURCE + ")",
                a -> ListValue.of(a.table().get("List", a.type(0)), Gather.all(a.evaluation(), a.sequence(0))));
        type.eager("HashSet<TSource> ToHashSet" + SOURCE + ")", LinqResults::set);
        type.eager("HashSet<TSource> ToHashSet" + SOURCE + ", IEqualityComparer<TSource> comparer)", LinqResults::set);
    }

    private static Object set(Operators.Arguments a) {
        HashSetValue set = new HashSetValue(a.table().get("HashSet", a.type(0)), a.comparer(1));
        Cursor in = a.cursor(0);
        while (in.move()) {
            a.evaluation().make(1);
            set.add(in.current());
        }
        return set;
    }

    private static void dictionaries(Operators type) {
        String plain = "Dictionary<TKey, TSource> ToDictionary<TSource, TKey>" + KEY;
        type.eager(plain + ")", a -> dictionary(a, null, a.comparer(2), a.type(0)));
        type.eager(plain + KEY_COMPARER, a -> dictionary(a, null, a.comparer(2), a.type(0)));
        String chosen = "Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>" + KEY
                + ", Func<TSource, TElement> elementSelector";
        type.eager(chosen + ")", a -> dictionary(a, a.function(2), a.comparer(3), a.type(2)));
        type.eager(chosen + KEY_COMPARER, a -> dictionary(a, a.function(2), a.comparer(3), a.type(2)));
        String pairs = "Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IEnumerable<KeyValuePair<TKey,"
                + " TValue>> source";
        type.eager(pairs + ")", LinqResults::ofPairs);
        type.eager(pairs + KEY_COMPARER, LinqResults::ofPairs);
    }

    private static Object dictionary(
            Operators.Arguments a, @Nullable Delegate element, Comparer comparer, CsType valueType) {
        CsType type = a.table().get("Dictionary", a.type(1), valueType);
        DictionaryValue dictionary = new DictionaryValue(type, comparer);
        Cursor in = a.cursor(0);
        while (in.move()) {
            a.evaluation().make(1);
            Object key = Require.argument(a.function(1).call(in.current()), "key");
            dictionary.addPair(key, element == null ? in.current() : element.call(in.current()));
        }
        return dictionary;
    }

    private static Object ofPairs(Operators.Arguments a) {
        CsType type = a.table().get("Dictionary", a.type(0), a.type(1));
        DictionaryValue dictionary = new DictionaryValue(type, a.comparer(1));
        Cursor in = a.cursor(0);
        while (in.move()) {
            a.evaluation().make(1);
            dictionary.add(in.current());
        }
        return dictionary;
    }

    private static void orders(Operators type) {
        order(type, "Order", false, false);
        order(type, "OrderDescending", false, true);
        order(type, "OrderBy", true, false);
        order(type, "OrderByDescending", true, true);
        then(type, "ThenBy", false);
        then(type, "ThenByDescending", true);
    }

    private static void order(Operators type, String name, boolean keyed, boolean descending) {
        String plain = keyed
                ? "IOrderedEnumerable<TSource> " + name + "<TSource, TKey>" + KEY
                : "IOrderedEnumerable<T> " + name + "<T>(this IEnumerable<T> source";
        Operators.Eager code = a -> new OrderedSequence(
                a.table().get("IOrderedEnumerable", a.type(0)),
                a.evaluation(),
                a.sequence(0),
                List.of(new OrderedSequence.Level(
                        keyed ? a.function(1) : null, a.comparer(keyed ? 2 : 1), descending)));
        type.eager(plain + ")", code);
        type.eager(plain + ", IComparer<" + (keyed ? "TKey" : "T") + "> comparer)", code);
    }

    private static void then(Operators type, String name, boolean descending) {
        String plain = "IOrderedEnumerable<TSource> " + name
                + "<TSource, TKey>(this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector";
        Operators.Eager code = a -> ((OrderedSequence) a.sequence(0))
                .then(new OrderedSequence.Level(a.function(1), a.comparer(2), descending));
        type.eager(plain + ")", code);
        type.eager(plain + ", IComparer<TKey> comparer)", code);
    }
}
