package dev.apim.core.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from folded segments, read with a segment of a path in place, so that a look-up neither cuts nor folds a string.
 * Open addressing, at most half full.
 */
final class SegmentMap<V> {
    private static final SegmentMap<?> EMPTY = new SegmentMap<>(2);

    private final int[] hashes;
    private final @Nullable String[] keys;
    private final @Nullable Object[] values;
    private int size;

    private SegmentMap(int capacity) {
        hashes = new int[capacity];
        keys = new String[capacity];
        values = new Object[capacity];
    }

    private SegmentMap(SegmentMap<V> other) {
        hashes = other.hashes.clone();
        keys = other.keys.clone();
        values = other.values.clone();
        size = other.size;
    }

    @SuppressWarnings("unchecked") // it holds no value
    static <V> SegmentMap<V> empty() {
        return (SegmentMap<V>) EMPTY;
    }

    static <V> SegmentMap<V> of(Map<String, V> entries) {
        SegmentMap<V> map = new SegmentMap<>(capacity(entries.size()));
        entries.forEach(map::put);
        return map;
    }

    @Nullable
    V get(CanonicalPath path, int segment) {
        int hash = path.hash(segment);
        for (int i = slot(hash); keys[i] != null; i = next(i)) {
            String key = keys[i];
            if (hashes[i] == hash
                    && key != null
                    && CaseFold.same(key, path.text(segment), path.from(segment), path.to(segment))) {
                return value(i);
            }
        }
        return null;
    }

    @Nullable
    V get(String folded) {
        return value(find(folded));
    }

    SegmentMap<V> with(String folded, V value) {
        int at = find(folded);
        if (keys[at] != null) {
            SegmentMap<V> copy = new SegmentMap<>(this);
            copy.values[at] = value;
            return copy;
        }
        SegmentMap<V> copy = (size + 1) * 2 <= keys.length ? new SegmentMap<>(this) : rehashed(size + 1, "");
        copy.put(folded, value);
        return copy;
    }

    SegmentMap<V> without(String folded) {
        return keys[find(folded)] == null ? this : rehashed(size - 1, folded);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void forEach(BiConsumer<String, V> action) {
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            V value = value(i);
            if (key != null && value != null) {
                action.accept(key, value);
            }
        }
    }

    /** A copy of another capacity without one key; no key is empty. */
    private SegmentMap<V> rehashed(int expected, String left) {
        SegmentMap<V> copy = new SegmentMap<>(capacity(expected));
        forEach((key, value) -> {
            if (!key.equals(left)) {
                copy.put(key, value);
            }
        });
        return copy;
    }

    private void put(String folded, V value) {
        int at = find(folded);
        size += keys[at] == null ? 1 : 0;
        hashes[at] = CaseFold.hash(folded, 0, folded.length());
        keys[at] = folded;
        values[at] = value;
    }

    private int find(String folded) {
        int i = slot(CaseFold.hash(folded, 0, folded.length()));
        while (keys[i] != null && !folded.equals(keys[i])) {
            i = next(i);
        }
        return i;
    }

    private int slot(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ mixed >>> 16) & keys.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & keys.length - 1;
    }

    @SuppressWarnings("unchecked") // only values are put
    private @Nullable V value(int slot) {
        return (V) values[slot];
    }

    private static int capacity(int expected) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, expected * 2 - 1)) * 2);
    }

    @Override
    public String toString() {
        return Arrays.stream(keys).filter(k -> k != null).sorted().toList().toString();
    }
}
