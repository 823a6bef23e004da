package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that give one element. */
final class LinqElements {
    private static final String SOURCE = "<TSource>(this IEnumerable<TSource> source";
    private static final String PREDICATE = ", Func<TSource, bool> predicate)";

    private LinqElements() {}

    /** What of the elements that fit is wanted. */
    private enum Which {
        FIRST,
        LAST,
        SINGLE
    }

    static void define(Operators type) {
        overloads(type, "First", Which.FIRST);
        overloads(type, "Last", Which.LAST);
        overloads(type, "Single", Which.SINGLE);
        places(type);
        extremes(type, "MinBy", -1);
        extremes(type, "MaxBy", 1);
    }

    private static void overloads(Operators type, String name, Which which) {
        type.eager("TSource " + name + SOURCE + ")", a -> required(a, null, which));
        type.eager("TSource " + name + SOURCE + PREDICATE, a -> required(a, a.function(1), which));
        String orDefault = "TSource " + name + "OrDefault" + SOURCE;
        type.eager(orDefault + ")", a -> or(a, null, which, Defaults.of(a.type(0))));
        type.eager(orDefault + ", TSource defaultValue)", a -> or(a, null, which, a.value(1)));
        type.eager(orDefault + PREDICATE, a -> or(a, a.function(1), which, Defaults.of(a.type(0))));
        type.eager(
                orDefault + ", Func<TSource, bool> predicate, TSource defaultValue)",
                a -> or(a, a.function(1), which, a.value(2)));
    }

    private static @Nullable Object required(Operators.Arguments a, @Nullable Delegate predicate, Which which) {
        if (isAtAnEnd(a, predicate, which)) {
            return atEnd(a, which);
        }
        List<@Nullable Object> found = find(a, predicate, which);
        if (found.isEmpty()) {
            throw predicate == null
                    ? noElements()
                    : DotNetException.invalidOperation("Sequence contains no matching element");
        }
        return found.get(0);
    }

    static DotNetException noElements() {
        return DotNetException.invalidOperation("Sequence contains no elements");
    }

    private static @Nullable Object or(
            Operators.Arguments a, @Nullable Delegate predicate, Which which, @Nullable Object other) {
        if (isAtAnEnd(a, predicate, which)) {
            return atEnd(a, which);
        }
        List<@Nullable Object> found = find(a, predicate, which);
        return found.isEmpty() ? other : found.get(0);
    }

    /** Whether it is the first or last of a list that has elements: then there is nothing to go over. */
    private static boolean isAtAnEnd(Operators.Arguments a, @Nullable Delegate predicate, Which which) {
        return predicate == null
                && which != Which.SINGLE
                && Faces.isList(a.sequence(0))
                && Faces.count(a.sequence(0)) > 0;
    }

    private static @Nullable Object atEnd(Operators.Arguments a, Which which) {
        Object list = a.sequence(0);
        return Faces.at(list, which == Which.FIRST ? 0 : Faces.count(list) - 1);
    }

    /** The element, or nothing. */
    private static List<@Nullable Object> find(Operators.Arguments a, @Nullable Delegate predicate, Which which) {
        if (which == Which.LAST && Faces.isList(a.sequence(0))) {
            return lastOfList(a, predicate);
        }
        List<@Nullable Object> found = new ArrayList<>();
        Cursor in = a.cursor(0);
        while (in.move()) {
            if (predicate == null || predicate.test(in.current())) {
                if (which == Which.SINGLE && !found.isEmpty()) {
                    throw DotNetException.invalidOperation(
                            "Sequence contains more than one " + (predicate == null ? "" : "matching ") + "element");
                }
                found.clear();
                found.add(in.current());
                if (which == Which.FIRST) {
                    return found;
                }
            }
        }
        return found;
    }

    /** From the end, as .NET looks through lists. */
    private static List<@Nullable Object> lastOfList(Operators.Arguments a, @Nullable Delegate predicate) {
        Object list = a.sequence(0);
        List<@Nullable Object> found = new ArrayList<>();
        for (int i = Faces.count(list) - 1; i >= 0 && found.isEmpty(); i--) {
            a.evaluation().step();
            Object element = Faces.at(list, i);
            if (predicate == null || predicate.test(element)) {
                found.add(element);
            }
        }
        return found;
    }

    private static void places(Operators type) {
        type.eager("TSource ElementAt" + SOURCE + ", int index)", a -> {
            if (Faces.isList(a.sequence(0))) {
                return Faces.at(a.sequence(0), a.number(1));
            }
            List<@Nullable Object> found = place(a);
            if (found.isEmpty()) {
                throw Require.outOfRange("index");
            }
            return found.get(0);
        });
        type.eager("TSource ElementAtOrDefault" + SOURCE + ", int index)", a -> {
            List<@Nullable Object> found = place(a);
            return found.isEmpty() ? Defaults.of(a.type(0)) : found.get(0);
        });
    }

    private static List<@Nullable Object> place(Operators.Arguments a) {
        List<@Nullable Object> found = new ArrayList<>();
        int left = a.number(1);
        Cursor in = a.cursor(0);
        while (left >= 0 && in.move()) {
            if (left-- == 0) {
                found.add(in.current());
            }
        }
        return found;
    }

    private static void extremes(Operators type, String name, int sign) {
        String plain =
                "TSource " + name + "<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector";
        type.eager(plain + ")", a -> extreme(a, sign));
        type.eager(plain + ", IComparer<TKey> comparer)", a -> extreme(a, sign));
    }

    private static @Nullable Object extreme(Operators.Arguments a, int sign) {
        Cursor in = a.cursor(0);
        if (!in.move()) {
            if (a.type(0).isValueType()) {
                throw noElements();
            }
            return null;
        }
        Object best = in.current();
        Object bestKey = a.function(1).call(best);
        while (in.move()) {
            Object key = a.function(1).call(in.current());
            boolean better = key != null
                    && (bestKey == null || Integer.signum(a.comparer(2).compare(key, bestKey)) == sign);
            if (better) {
                best = in.current();
                bestKey = key;
            }
        }
        return best;
    }
}
