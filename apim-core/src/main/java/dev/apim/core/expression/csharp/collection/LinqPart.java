package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.Delegate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** LINQ's operators that take a part of a sequence, or cut it into parts, and those that make one from nothing. */
final class LinqPart {
    private LinqPart() {}

    static void define(Operators type) {
        counted(type);
        lasts(type);
        whiles(type);
        chunks(type);
        made(type);
    }

    private static void counted(Operators type) {
        type.lazy(
                "IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, int count)",
                a -> listed(a) < 0 ? -1 : Math.min(listed(a), Math.max(0, a.number(1))),
                a -> {
                    int[] left = {a.number(1)};
                    if (left[0] <= 0) {
                        return () -> Pull.END;
                    }
                    Cursor in = a.cursor(0);
                    return () -> left[0]-- > 0 && in.move() ? in.current() : Pull.END;
                });
        type.lazy(
                "IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count)",
                a -> listed(a) < 0 ? -1 : Math.max(0, listed(a) - Math.max(0, a.number(1))),
                a -> {
                    Cursor in = a.cursor(0);
                    int[] left = {a.number(1)};
                    return () -> {
                        while (left[0] > 0 && in.move()) {
                            left[0]--;
                        }
                        return left[0] <= 0 && in.move() ? in.current() : Pull.END;
                    };
                });
    }

    /** The size of a list; parts of what is none do not know theirs. */
    private static int listed(Operators.Arguments a) {
        return Faces.isList(a.sequence(0)) ? Faces.count(a.sequence(0)) : Sizes.unknown();
    }

    private static void lasts(Operators type) {
        type.lazy("IEnumerable<TSource> TakeLast<TSource>(this IEnumerable<TSource> source, int count)", a -> {
            int count = a.number(1);
            Deque<Optional<Object>> last = new ArrayDeque<>();
            boolean[] read = {count <= 0};
            return () -> {
                if (!read[0]) {
                    read[0] = true;
                    Cursor in = a.cursor(0);
                    while (in.move()) {
                        a.evaluation().make(last.size() < count ? 1 : 0);
                        last.addLast(Optional.ofNullable(in.current()));
                        if (last.size() > count) {
                            last.removeFirst();
                        }
                    }
                }
                return last.isEmpty() ? Pull.END : last.removeFirst().orElse(null);
            };
        });
        type.lazy("IEnumerable<TSource> SkipLast<TSource>(this IEnumerable<TSource> source, int count)", a -> {
            int count = Math.max(0, a.number(1));
            Deque<Optional<Object>> held = new ArrayDeque<>();
            Cursor in = a.cursor(0);
            return () -> {
                while (in.move()) {
                    a.evaluation().make(held.size() < count ? 1 : 0);
                    held.addLast(Optional.ofNullable(in.current()));
                    if (held.size() > count) {
                        return held.removeFirst().orElse(null);
                    }
                }
                return Pull.END;
            };
        });
    }

    private static void whiles(Operators type) {
        String begin = "<TSource>(this IEnumerable<TSource> source, ";
        String plain = "Func<TSource, bool> predicate)";
        String indexed = "Func<TSource, int, bool> predicate)";
        type.lazy("IEnumerable<TSource> TakeWhile" + begin + plain, a -> take(a.cursor(0), a.function(1), false));
        type.lazy("IEnumerable<TSource> TakeWhile" + begin + indexed, a -> take(a.cursor(0), a.function(1), true));
        type.lazy("IEnumerable<TSource> SkipWhile" + begin + plain, a -> skip(a.cursor(0), a.function(1), false));
        type.lazy("IEnumerable<TSource> SkipWhile" + begin + indexed, a -> skip(a.cursor(0), a.function(1), true));
    }

    private static boolean holds(Delegate predicate, @Nullable Object element, int[] index, boolean indexed) {
        Object result = indexed ? predicate.call(element, LinqShape.next(index)) : predicate.call(element);
        return Boolean.TRUE.equals(result);
    }

    private static Pull take(Cursor in, Delegate predicate, boolean indexed) {
        int[] index = {0};
        return () -> in.move() && holds(predicate, in.current(), index, indexed) ? in.current() : Pull.END;
    }

    private static Pull skip(Cursor in, Delegate predicate, boolean indexed) {
        int[] index = {0};
        boolean[] begun = {false};
        return () -> {
            while (in.move()) {
                if (begun[0] || !holds(predicate, in.current(), index, indexed)) {
                    begun[0] = true;
                    return in.current();
                }
            }
            return Pull.END;
        };
    }

    private static void chunks(Operators type) {
        type.eager("IEnumerable<TSource[]> Chunk<TSource>(this IEnumerable<TSource> source, int size)", a -> {
            int size = a.number(1);
            if (size < 1) {
                throw Require.outOfRange("size");
            }
            CsType sequence = a.table().get("IEnumerable", a.table().array(a.type(0)));
            return new Sequence(sequence, "Chunk", () -> chunk(a, size), Sequence.UNKNOWN);
        });
    }

    private static Pull chunk(Operators.Arguments a, int size) {
        Cursor in = a.cursor(0);
        return () -> {
            List<@Nullable Object> part = new ArrayList<>();
            while (part.size() < size && in.move()) {
                a.evaluation().make(1);
                part.add(in.current());
            }
            return part.isEmpty() ? Pull.END : ArrayValues.of(a.type(0), part);
        };
    }

    private static void made(Operators type) {
        type.eager("static IEnumerable<int> Range(int start, int count)", a -> {
            int start = a.number(0);
            int count = a.number(1);
            if (count < 0 || (long) start + count - 1 > Integer.MAX_VALUE) {
                throw Require.outOfRange("count");
            }
            CsType sequence = a.table().get("IEnumerable", a.table().get("int"));
            return new Sequence(sequence, "Range", () -> range(start, count), () -> count);
        });
        type.eager("static IEnumerable<TResult> Repeat<TResult>(TResult element, int count)", a -> {
            int count = a.number(1);
            if (count < 0) {
                throw Require.outOfRange("count");
            }
            CsType sequence = a.table().get("IEnumerable", a.type(0));
            return new Sequence(sequence, "Repeat", () -> repeat(a.value(0), count), () -> count);
        });
        type.eager("static IEnumerable<TResult> Empty<TResult>()", a -> ArrayValues.create(a.type(0), 0));
    }

    private static Pull range(int start, int count) {
        int[] at = {0};
        return () -> at[0] < count ? (Object) (start + at[0]++) : Pull.END;
    }

    private static Pull repeat(@Nullable Object element, int count) {
        int[] at = {0};
        return () -> at[0]++ < count ? element : Pull.END;
    }
}
