package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Comparer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The body of .NET's {@code Dictionary} and {@code HashSet}: keys in the order they came, but the place that a removal leaves is taken by
 * the next one that comes.
 */
final class SlotTable {
    private final Comparer comparer;
    private final Map<Key, Integer> slots = new HashMap<>();
    private final List<@Nullable Key> keys = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private int version;

    SlotTable(Comparer comparer) {
        this.comparer = comparer;
    }

    /** A key with what tells it from others. That texts are comparable keeps those of one hash apart fast. */
    private record Key(@Nullable Object value, Comparer comparer, int code) implements Comparable<Key> {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.code == code && comparer.equal(value, key.value);
        }

        @Override
        public int hashCode() {
            return code;
        }

        @Override
        public int compareTo(Key other) {
            boolean texts = comparer == DefaultComparer.INSTANCE && value instanceof String;
            return texts && other.value instanceof String text
                    ? String.valueOf(value).compareTo(text)
                    : 0;
        }
    }

    Comparer comparer() {
        return comparer;
    }

    int count() {
        return slots.size();
    }

    boolean contains(@Nullable Object key) {
        return slots.containsKey(keyOf(key));
    }

    /** The slot of a key, -1 without one. */
    int slot(@Nullable Object key) {
        return slots.getOrDefault(keyOf(key), -1);
    }

    @Nullable
    Object value(int slot) {
        return values.get(slot);
    }

    @Nullable
    Object key(int slot) {
        Key key = keys.get(slot);
        return key == null ? null : key.value;
    }

    void put(int slot, @Nullable Object value) {
        values.set(slot, value);
    }

    /** Adds a key that there is not yet, and tells whether that was so. */
    boolean add(@Nullable Object value, @Nullable Object item) {
        Key key = keyOf(value);
        int slot = free.isEmpty() ? keys.size() : free.get(free.size() - 1);
        if (slots.putIfAbsent(key, slot) != null) {
            return false;
        }
        if (free.isEmpty()) {
            keys.add(key);
            values.add(item);
        } else {
            free.remove(free.size() - 1);
            keys.set(slot, key);
            values.set(slot, item);
        }
        version++;
        return true;
    }

    /** Removes a key, and tells whether there was one. What goes over the table meanwhile goes on, as in .NET. */
    boolean remove(@Nullable Object key) {
        Integer slot = slots.remove(keyOf(key));
        if (slot == null) {
            return false;
        }
        keys.set(slot, null);
        values.set(slot, null);
        free.add(slot);
        return true;
    }

    void clear() {
        slots.clear();
        keys.clear();
        values.clear();
        free.clear();
    }

    /** Goes over it; each element is made of a key and its value. */
    Iterator<@Nullable Object> iterator(BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> element) {
        int begun = version;
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                if (version != begun) {
                    throw Require.changed();
                }
                while (at < keys.size() && keys.get(at) == null) {
                    at++;
                }
                return at < keys.size();
            }

            @Override
            public @Nullable Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Object made = element.apply(key(at), values.get(at));
                at++;
                return made;
            }
        };
    }

    private Key keyOf(@Nullable Object value) {
        return new Key(value, comparer, value == null ? 0 : comparer.hash(value));
    }
}
