package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.ListView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code List<T>}. Not thread-safe, as there. */
public final class ListValue implements ListView, Typed {
    private static final int FIRST_CAPACITY = 4;

    private final CsType type;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private int capacity;
    private int version;

    /** An empty one of the type {@code List<T>}. */
    public ListValue(CsType type) {
        this.type = type;
    }

    /** One of the type {@code List<T>}, of these elements. */
    public static ListValue of(CsType type, Iterable<? extends @Nullable Object> elements) {
        ListValue list = new ListValue(type);
        elements.forEach(list::add);
        return list;
    }

    @Override
    public CsType type() {
        return type;
    }

    /** Its elements, to be read. */
    List<@Nullable Object> elements() {
        return elements;
    }

    int capacity() {
        return capacity;
    }

    void capacity(int wanted) {
        if (wanted < elements.size()) {
            throw DotNetException.outOfRange("capacity was less than the current size.", "value");
        }
        capacity = wanted;
    }

    @Override
    public int count() {
        return elements.size();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public @Nullable Object at(int index) {
        return elements.get(ListView.place(index, elements.size()));
    }

    @Override
    public void setAt(int index, @Nullable Object item) {
        elements.set(ListView.place(index, elements.size()), item);
        version++;
    }

    @Override
    public void add(@Nullable Object item) {
        elements.add(item);
        grown();
    }

    @Override
    public void insert(int index, @Nullable Object item) {
        if (index < 0 || index > elements.size()) {
            throw DotNetException.outOfRange("Index must be within the bounds of the List.", "index");
        }
        elements.add(index, item);
        grown();
    }

    @Override
    public boolean remove(@Nullable Object item) {
        int index = indexOf(item);
        if (index >= 0) {
            removeAt(index);
        }
        return index >= 0;
    }

    @Override
    public void removeAt(int index) {
        elements.remove(ListView.place(index, elements.size()));
        version++;
    }

    @Override
    public void clear() {
        elements.clear();
        version++;
    }

    /** Changes it as a whole. */
    void change(UnaryOperator<List<@Nullable Object>> change) {
        List<@Nullable Object> changed = change.apply(elements);
        if (changed != elements) {
            elements.clear();
            elements.addAll(changed);
        }
        grown();
    }

    private void grown() {
        version++;
        if (elements.size() > capacity) {
            capacity = Math.max(capacity == 0 ? FIRST_CAPACITY : 2 * capacity, elements.size());
        }
    }

    /** How often it was changed, for those that must notice. */
    int version() {
        return version;
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
                return at < elements.size();
            }

            @Override
            public @Nullable Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return elements.get(at++);
            }
        };
    }

    @Override
    public String toString() {
        return type.fullName();
    }
}
