package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** .NET's {@code IOrderedEnumerable<T>}: sorted, each time it is gone over, by one key after the other, else as it was. */
final class OrderedSequence implements Iterable<@Nullable Object>, Typed {
    private final CsType type;
    private final Evaluation evaluation;
    private final Object source;
    private final List<Level> levels;

    /**
     * What it is sorted by.
     *
     * @param key of an element; absent where that is the element itself
     */
    record Level(@Nullable Delegate key, Comparer comparer, boolean descending) {}

    OrderedSequence(CsType type, Evaluation evaluation, Object source, List<Level> levels) {
        this.type = type;
        this.evaluation = evaluation;
        this.source = source;
        this.levels = levels;
    }

    /** The same, sorted by one more key. */
    OrderedSequence then(Level level) {
        List<Level> more = new ArrayList<>(levels);
        more.add(level);
        return new OrderedSequence(type, evaluation, source, List.copyOf(more));
    }

    Object source() {
        return source;
    }

    @Override
    public CsType type() {
        return type;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Pass(() -> {
            List<@Nullable Object> elements = Gather.all(evaluation, source);
            @Nullable Object[] order = sorted(elements);
            int[] at = {0};
            return () -> at[0] < order.length ? elements.get((Integer) at(order, at[0]++)) : Pull.END;
        });
    }

    private static Object at(@Nullable Object[] order, int index) {
        return java.util.Objects.requireNonNull(order[index]);
    }

    /** The places of the elements in their order. */
    private @Nullable Object[] sorted(List<@Nullable Object> elements) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        for (Level level : levels) {
            keys.add(keys(level, elements));
        }
        @Nullable Object[] order = new Object[elements.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntroSort.sort(order, 0, order.length, (a, b) -> compare(keys, (Integer) of(a), (Integer) of(b)), evaluation);
        return order;
    }

    private static Object of(@Nullable Object place) {
        return java.util.Objects.requireNonNull(place);
    }

    private static @Nullable Object[] keys(Level level, List<@Nullable Object> elements) {
        @Nullable Object[] keys = new Object[elements.size()];
        Delegate key = level.key();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key == null ? elements.get(i) : key.call(elements.get(i));
        }
        return keys;
    }

    private int compare(List<@Nullable Object[]> keys, int a, int b) {
        for (int i = 0; i < levels.size(); i++) {
            int order = levels.get(i).comparer().compare(keys.get(i)[a], keys.get(i)[b]);
            if (order != 0) {
                return levels.get(i).descending() == order > 0 ? -1 : 1;
            }
        }
        return Integer.compare(a, b);
    }

    @Override
    public String toString() {
        return "System.Linq.OrderedEnumerable`1"
                + type.arguments().stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
