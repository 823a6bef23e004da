package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.TupleValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that choose and change elements one by one, and those that join sequences end to end. */
final class LinqShape {
    private LinqShape() {}

    static void define(Operators type) {
        filters(type);
        projections(type);
        flattened(type);
        casts(type);
        ends(type);
        zips(type);
    }

    private static void filters(Operators type) {
        type.lazy(
                "IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)",
                a -> where(a.cursor(0), a.function(1), false));
        type.lazy(
                "IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool>"
                        + " predicate)",
                a -> where(a.cursor(0), a.function(1), true));
    }

    private static Pull where(Cursor in, Delegate predicate, boolean indexed) {
        int[] index = {0};
        return () -> {
            while (in.move()) {
                Object element = in.current();
                Object kept = indexed ? predicate.call(element, next(index)) : predicate.call(element);
                if (Boolean.TRUE.equals(kept)) {
                    return element;
                }
            }
            return Pull.END;
        };
    }

    /** Counts as .NET does: one too far is an overflow, which no budget lets happen. */
    static Integer next(int[] index) {
        return index[0]++;
    }

    private static void projections(Operators type) {
        type.lazy(
                "IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult>"
                        + " selector)",
                a -> Sizes.cheap(a.sequence(0)),
                a -> {
                    Cursor in = a.cursor(0);
                    Delegate selector = a.function(1);
                    return () -> in.move() ? selector.call(in.current()) : Pull.END;
                });
        type.lazy(
                "IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int,"
                        + " TResult> selector)",
                a -> {
                    Cursor in = a.cursor(0);
                    Delegate selector = a.function(1);
                    int[] index = {0};
                    return () -> in.move() ? selector.call(in.current(), next(index)) : Pull.END;
                });
    }

    private static void flattened(Operators type) {
        type.lazy(
                "IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource,"
                        + " IEnumerable<TResult>> selector)",
                a -> flatten(a, a.function(1), false, null));
        type.lazy(
                "IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int,"
                        + " IEnumerable<TResult>> selector)",
                a -> flatten(a, a.function(1), true, null));
        type.lazy(
                "IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(this IEnumerable<TSource> source,"
                        + " Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection,"
                        + " TResult> resultSelector)",
                a -> flatten(a, a.function(1), false, a.function(2)));
        type.lazy(
                "IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(this IEnumerable<TSource> source,"
                        + " Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection,"
                        + " TResult> resultSelector)",
                a -> flatten(a, a.function(1), true, a.function(2)));
    }

    private static Pull flatten(Operators.Arguments a, Delegate selector, boolean indexed, @Nullable Delegate result) {
        Cursor outer = a.cursor(0);
        int[] index = {0};
        Cursor[] inner = new Cursor[1];
        return () -> {
            while (true) {
                Cursor part = inner[0];
                if (part != null && part.move()) {
                    return result == null ? part.current() : result.call(outer.current(), part.current());
                }
                if (!outer.move()) {
                    return Pull.END;
                }
                Object element = outer.current();
                Object more = indexed ? selector.call(element, next(index)) : selector.call(element);
                inner[0] = new Cursor(a.evaluation(), more);
            }
        };
    }

    private static void casts(Operators type) {
        type.lazy("IEnumerable<TResult> Cast<TResult>(this IEnumerable source)", a -> {
            Cursor in = a.cursor(0);
            return () -> in.move() ? Casts.cast(a.table(), in.current(), a.type(0)) : Pull.END;
        });
        type.lazy("IEnumerable<TResult> OfType<TResult>(this IEnumerable source)", a -> {
            Cursor in = a.cursor(0);
            return () -> {
                while (in.move()) {
                    Object element = in.current();
                    if (element != null && Casts.is(element, a.type(0))) {
                        return element;
                    }
                }
                return Pull.END;
            };
        });
    }

    private static void ends(Operators type) {
        type.lazy(
                "IEnumerable<TSource> Append<TSource>(this IEnumerable<TSource> source, TSource element)",
                a -> Sizes.plus(Sizes.cheap(a.sequence(0)), 1),
                a -> {
                    Cursor in = a.cursor(0);
                    boolean[] done = {false};
                    return () -> in.move() ? in.current() : once(done) ? a.value(1) : Pull.END;
                });
        type.lazy(
                "IEnumerable<TSource> Prepend<TSource>(this IEnumerable<TSource> source, TSource element)",
                a -> Sizes.plus(Sizes.cheap(a.sequence(0)), 1),
                a -> {
                    Cursor in = a.cursor(0);
                    boolean[] done = {false};
                    return () -> once(done) ? a.value(1) : in.move() ? in.current() : Pull.END;
                });
        type.lazy(
                "IEnumerable<TSource> Concat<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)",
                a -> Sizes.plus(Sizes.cheap(a.sequence(0)), Sizes.cheap(a.sequence(1))),
                a -> {
                    Cursor[] in = {a.cursor(0), null};
                    return () -> {
                        if (in[1] == null && in[0].move()) {
                            return in[0].current();
                        }
                        if (in[1] == null) {
                            in[1] = a.cursor(1);
                        }
                        return in[1].move() ? in[1].current() : Pull.END;
                    };
                });
        defaults(type);
    }

    private static void defaults(Operators type) {
        type.lazy(
                "IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source)",
                a -> Sizes.orOne(Sizes.cheap(a.sequence(0))),
                a -> defaulted(a.cursor(0), Defaults.of(a.type(0))));
        type.lazy(
                "IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source, TSource defaultValue)",
                a -> Sizes.orOne(Sizes.cheap(a.sequence(0))),
                a -> defaulted(a.cursor(0), a.value(1)));
        type.lazy(
                "IEnumerable<TSource> Reverse<TSource>(this IEnumerable<TSource> source)",
                a -> Sizes.cheap(a.sequence(0)),
                a -> {
                    List<@Nullable Object> all = Gather.all(a.evaluation(), a.sequence(0));
                    int[] at = {all.size()};
                    return () -> at[0] > 0 ? all.get(--at[0]) : Pull.END;
                });
    }

    private static Pull defaulted(Cursor in, @Nullable Object nothing) {
        boolean[] done = {false};
        return () -> {
            boolean first = once(done);
            return in.move() ? in.current() : first ? nothing : Pull.END;
        };
    }

    private static boolean once(boolean[] done) {
        boolean first = !done[0];
        done[0] = true;
        return first;
    }

    private static void zips(Operators type) {
        type.lazy(
                "IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(this IEnumerable<TFirst> first,"
                        + " IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector)",
                a -> zip(a, 2, a.function(2)));
        type.lazy(
                "IEnumerable<(TFirst, TSecond)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> first,"
                        + " IEnumerable<TSecond> second)",
                call -> type.table().tuple(call.types()),
                a -> Sizes.unknown(),
                a -> zip(a, 2, TupleValue::new));
        type.lazy(
                "IEnumerable<(TFirst, TSecond, TThird)> Zip<TFirst, TSecond, TThird>(this IEnumerable<TFirst> first,"
                        + " IEnumerable<TSecond> second, IEnumerable<TThird> third)",
                call -> type.table().tuple(call.types()),
                a -> Sizes.unknown(),
                a -> zip(a, 3, TupleValue::new));
    }

    private static Pull zip(Operators.Arguments a, int sequences, Delegate result) {
        List<Cursor> in = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            in.add(a.cursor(i));
        }
        return () -> {
            @Nullable Object[] row = new Object[sequences];
            for (int i = 0; i < sequences; i++) {
                if (!in.get(i).move()) {
                    return Pull.END;
                }
                row[i] = in.get(i).current();
            }
            return result.call(row);
        };
    }
}
