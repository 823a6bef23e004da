package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.CollectionView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** .NET's {@code Queue<T>} and {@code Stack<T>}: elements come at one end and go at the same or the other. Not thread-safe, as there. */
final class QueueValue implements CollectionView, Typed {
    private static final int COMPACTED = 64;

    private final CsType type;
    private final boolean stack;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private int head;
    private int version;

    /**
     * An empty one.
     *
     * @param stack whether the last that came is the first that goes
     */
    QueueValue(CsType type, boolean stack) {
        this.type = type;
        this.stack = stack;
    }

    @Override
    public CsType type() {
        return type;
    }

    boolean isStack() {
        return stack;
    }

    @Override
    public int count() {
        return elements.size() - head;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void add(@Nullable Object item) {
        elements.add(item);
        version++;
    }

    /** The element that goes next; there must be one. */
    @Nullable
    Object peek() {
        return stack ? elements.get(elements.size() - 1) : elements.get(head);
    }

    /** Takes the element that goes next; there must be one. */
    @Nullable
    Object take() {
        version++;
        if (stack) {
            return elements.remove(elements.size() - 1);
        }
        Object taken = elements.set(head, null);
        head++;
        if (head >= COMPACTED && head * 2 >= elements.size()) {
            elements.subList(0, head).clear();
            head = 0;
        }
        return taken;
    }

    @Override
    public void clear() {
        elements.clear();
        head = 0;
        version++;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        int begun = version;
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                if (version != begun) {
                    throw Require.changed();
                }
                return at < count();
            }

            @Override
            public @Nullable Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int place = stack ? elements.size() - 1 - at : head + at;
                at++;
                return elements.get(place);
            }
        };
    }

    @Override
    public String toString() {
        return type.fullName();
    }
}
