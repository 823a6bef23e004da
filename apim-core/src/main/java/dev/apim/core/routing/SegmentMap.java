package dev.apim.core.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from folded segments, read with a segment of a path in place, so that a look-up neither cuts nor folds a string.
 *
 * <p>Open addressing, at most half full. Among ten thousand APIs a look-up is paid in cache misses, and those that wait for one another
 * count. So the value lies at the place of its key's hash, and the processor fetches it while the key is still being compared.
 */
final class SegmentMap<V> {
    private static final SegmentMap<?> EMPTY = new SegmentMap<>(0, new int[8], new char[0], new Object[4]);

    private final int size;
    /** For each value the hash of its key, and where the key starts: its length comes first. */
    private final int[] slots;

    private final char[] keys;
    private final @Nullable Object[] values;

    private SegmentMap(int size, int[] slots, char[] keys, @Nullable Object[] values) {
        this.size = size;
        this.slots = slots;
        this.keys = keys;
        this.values = values;
    }

    @SuppressWarnings("unchecked") // it holds no value
    static <V> SegmentMap<V> empty() {
        return (SegmentMap<V>) EMPTY;
    }

    static <V> SegmentMap<V> of(Map<String, V> entries) {
        if (entries.isEmpty()) {
            return empty();
        }
        int places = Integer.highestOneBit(entries.size() * 2 - 1) * 2;
        int[] slots = new int[places * 2];
        Object[] values = new Object[places];
        StringBuilder keys = new StringBuilder();
        entries.forEach((key, value) -> {
            put(slots, values, key, keys.length(), value);
            keys.append((char) key.length()).append(key);
        });
        return new SegmentMap<>(entries.size(), slots, keys.toString().toCharArray(), values);
    }

    @Nullable
    V get(CanonicalPath path, int segment) {
        return size == 0
                ? null
                : value(find(path.hash(segment), path.text(segment), path.from(segment), path.to(segment)));
    }

    @Nullable
    V get(String folded) {
        return value(find(folded));
    }

    SegmentMap<V> with(String folded, V value) {
        int at = find(folded);
        if (values[at] != null) {
            @Nullable Object[] replaced = values.clone();
            replaced[at] = value;
            return new SegmentMap<>(size, slots, keys, replaced);
        }
        if ((size + 1) * 2 > values.length) {
            Map<String, V> all = toMap();
            all.put(folded, value);
            return of(all);
        }
        int[] moreSlots = slots.clone();
        @Nullable Object[] moreValues = values.clone();
        put(moreSlots, moreValues, folded, keys.length, value);
        char[] moreKeys = Arrays.copyOf(keys, keys.length + 1 + folded.length());
        moreKeys[keys.length] = (char) folded.length();
        folded.getChars(0, folded.length(), moreKeys, keys.length + 1);
        return new SegmentMap<>(size + 1, moreSlots, moreKeys, moreValues);
    }

    SegmentMap<V> without(String folded) {
        if (get(folded) == null) {
            return this;
        }
        Map<String, V> rest = toMap();
        rest.remove(folded);
        return of(rest);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void forEach(BiConsumer<String, V> action) {
        for (int at = 0; at < values.length; at++) {
            V value = value(at);
            if (value != null) {
                int start = slots[2 * at + 1];
                action.accept(new String(keys, start + 1, keys[start]), value);
            }
        }
    }

    private Map<String, V> toMap() {
        Map<String, V> all = new HashMap<>(size * 2);
        forEach(all::put);
        return all;
    }

    private int find(String folded) {
        return find(CaseFold.hash(folded, 0, folded.length()), folded, 0, folded.length());
    }

    /** The place of a key, or the free one where it would lie. */
    private int find(int hash, String text, int from, int to) {
        int at = first(hash, values.length);
        while (values[at] != null && !(slots[2 * at] == hash && isKey(slots[2 * at + 1], text, from, to))) {
            at = (at + 1) & (values.length - 1);
        }
        return at;
    }

    private boolean isKey(int start, String text, int from, int to) {
        int length = to - from;
        if (keys[start] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (keys[start + 1 + i] != CaseFold.fold(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static void put(int[] slots, @Nullable Object[] values, String folded, int start, Object value) {
        int hash = CaseFold.hash(folded, 0, folded.length());
        int at = first(hash, values.length);
        while (values[at] != null) {
            at = (at + 1) & (values.length - 1);
        }
        slots[2 * at] = hash;
        slots[2 * at + 1] = start;
        values[at] = value;
    }

    private static int first(int hash, int places) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ (mixed >>> 16)) & (places - 1);
    }

    @SuppressWarnings("unchecked") // only values are put
    private @Nullable V value(int at) {
        return (V) values[at];
    }

    @Override
    public String toString() {
        return toMap().keySet().toString();
    }
}
