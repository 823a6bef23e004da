package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that gather elements by keys. */
final class LinqGroups {
    private static final String COMPARER = ", IEqualityComparer<TKey> comparer)";
    private static final String KEY = "(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector";
    private static final String ELEMENT = ", Func<TSource, TElement> elementSelector";

    private LinqGroups() {}

    static void define(Operators type) {
        groups(type);
        results(type);
        lookups(type);
        joins(type);
    }

    private static void groups(Operators type) {
        String plain = "IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>" + KEY;
        Function<Code.Call, CsType> ofSource = call -> grouping(type.table(), call, 0);
        type.lazy(plain + ")", ofSource, a -> -1, a -> grouped(a, 0, null, a.comparer(2), null));
        type.lazy(plain + COMPARER, ofSource, a -> -1, a -> grouped(a, 0, null, a.comparer(2), null));
        String chosen = "IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>" + KEY + ELEMENT;
        Function<Code.Call, CsType> ofElement = call -> grouping(type.table(), call, 2);
        type.lazy(chosen + ")", ofElement, a -> -1, a -> grouped(a, 2, a.function(2), a.comparer(3), null));
        type.lazy(chosen + COMPARER, ofElement, a -> -1, a -> grouped(a, 2, a.function(2), a.comparer(3), null));
    }

    private static void results(Operators type) {
        String plain = "IEnumerable<TResult> GroupBy<TSource, TKey, TResult>" + KEY
                + ", Func<TKey, IEnumerable<TSource>, TResult> resultSelector";
        type.lazy(plain + ")", a -> grouped(a, 0, null, a.comparer(3), a.function(2)));
        type.lazy(plain + COMPARER, a -> grouped(a, 0, null, a.comparer(3), a.function(2)));
        String chosen = "IEnumerable<TResult> GroupBy<TSource, TKey, TElement, TResult>" + KEY + ELEMENT
                + ", Func<TKey, IEnumerable<TElement>, TResult> resultSelector";
        type.lazy(chosen + ")", a -> grouped(a, 2, a.function(2), a.comparer(4), a.function(3)));
        type.lazy(chosen + COMPARER, a -> grouped(a, 2, a.function(2), a.comparer(4), a.function(3)));
    }

    private static CsType grouping(TypeTable table, Code.Call call, int element) {
        return table.get("IGrouping", call.types().get(1), call.types().get(element));
    }

    private static LookupValue lookup(
            Operators.Arguments a, int elementType, @Nullable Delegate element, Comparer comparer) {
        CsType type = a.table().get("ILookup", a.type(1), a.type(elementType));
        return new LookupValue(type, grouping(a.table(), a.call(), elementType), comparer)
                .fill(a.evaluation(), a.sequence(0), a.function(1), element);
    }

    private static Pull grouped(
            Operators.Arguments a,
            int elementType,
            @Nullable Delegate element,
            Comparer comparer,
            @Nullable Delegate result) {
        Iterator<@Nullable Object> groups =
                lookup(a, elementType, element, comparer).iterator();
        return () -> {
            if (!groups.hasNext()) {
                return Pull.END;
            }
            GroupValue group = (GroupValue) Objects.requireNonNull(groups.next());
            return result == null ? group : result.call(group.key(), group);
        };
    }

    private static void lookups(Operators type) {
        String plain = "ILookup<TKey, TSource> ToLookup<TSource, TKey>" + KEY;
        type.eager(plain + ")", a -> lookup(a, 0, null, a.comparer(2)));
        type.eager(plain + COMPARER, a -> lookup(a, 0, null, a.comparer(2)));
        String chosen = "ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>" + KEY + ELEMENT;
        type.eager(chosen + ")", a -> lookup(a, 2, a.function(2), a.comparer(3)));
        type.eager(chosen + COMPARER, a -> lookup(a, 2, a.function(2), a.comparer(3)));
    }

    private static void joins(Operators type) {
        String sequences = "<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner,"
                + " Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, ";
        String join = "IEnumerable<TResult> Join" + sequences + "Func<TOuter, TInner, TResult> resultSelector";
        type.lazy(join + ")", LinqGroups::join);
        type.lazy(join + COMPARER, LinqGroups::join);
        String group = "IEnumerable<TResult> GroupJoin" + sequences
                + "Func<TOuter, IEnumerable<TInner>, TResult> resultSelector";
        type.lazy(group + ")", LinqGroups::groupJoin);
        type.lazy(group + COMPARER, LinqGroups::groupJoin);
    }

    private static LookupValue inner(Operators.Arguments a) {
        CsType type = a.table().get("ILookup", a.type(2), a.type(1));
        CsType group = a.table().get("IGrouping", a.type(2), a.type(1));
        return new LookupValue(type, group, a.comparer(5)).fillKeyed(a.evaluation(), a.sequence(1), a.function(3));
    }

    private static Pull join(Operators.Arguments a) {
        Cursor outer = a.cursor(0);
        LookupValue inner = inner(a);
        Cursor[] matches = new Cursor[1];
        return () -> {
            while (true) {
                Cursor found = matches[0];
                if (found != null && found.move()) {
                    return a.function(4).call(outer.current(), found.current());
                }
                if (!outer.move()) {
                    return Pull.END;
                }
                GroupValue group = inner.find(a.function(2).call(outer.current()));
                matches[0] = group == null ? null : new Cursor(a.evaluation(), group);
            }
        };
    }

    private static Pull groupJoin(Operators.Arguments a) {
        Cursor outer = a.cursor(0);
        LookupValue inner = inner(a);
        return () -> {
            if (!outer.move()) {
                return Pull.END;
            }
            GroupValue group = inner.find(a.function(2).call(outer.current()));
            Object matches = group == null ? ArrayValues.create(a.type(1), 0) : group;
            return a.function(4).call(outer.current(), matches);
        };
    }
}
