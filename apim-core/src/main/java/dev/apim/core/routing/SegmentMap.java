package dev.apim.core.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from folded segments, read with a segment of a path in place, so that a look-up neither cuts nor folds a string.
 *
 * <p>Open addressing, at most half full. A slot is four integers side by side, and all keys lie in one array: among ten thousand APIs a
 * look-up is paid in cache misses, and this takes three where an array each of hashes, strings and values takes five.
 */
final class SegmentMap<V> {
    private static final SegmentMap<?> EMPTY = new SegmentMap<>(new int[8], new char[0], new Object[0]);

    /** In a slot: hash, start of the key, its length, number of the value counted from one; zero there marks a free slot. */
    private static final int SLOT = 4;

    private final int[] slots;
    private final char[] keys;
    private final Object[] values;

    private SegmentMap(int[] slots, char[] keys, Object[] values) {
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
        int[] slots = slotsFor(entries.size());
        StringBuilder keys = new StringBuilder();
        Object[] values = new Object[entries.size()];
        int count = 0;
        for (Map.Entry<String, V> entry : entries.entrySet()) {
            values[count++] = entry.getValue();
            put(slots, entry.getKey(), keys.length(), count);
            keys.append(entry.getKey());
        }
        return new SegmentMap<>(slots, keys.toString().toCharArray(), values);
    }

    @Nullable
    V get(CanonicalPath path, int segment) {
        return get(path.hash(segment), path.text(segment), path.from(segment), path.to(segment));
    }

    @Nullable
    V get(String folded) {
        return get(CaseFold.hash(folded, 0, folded.length()), folded, 0, folded.length());
    }

    SegmentMap<V> with(String folded, V value) {
        int at = find(CaseFold.hash(folded, 0, folded.length()), folded, 0, folded.length());
        int number = slots[at + 3];
        if (number > 0) {
            Object[] replaced = values.clone();
            replaced[number - 1] = value;
            return new SegmentMap<>(slots, keys, replaced);
        }
        if ((values.length + 1) * 2 * SLOT > slots.length) {
            Map<String, V> all = toMap();
            all.put(folded, value);
            return of(all);
        }
        int[] moreSlots = slots.clone();
        put(moreSlots, folded, keys.length, values.length + 1);
        char[] moreKeys = Arrays.copyOf(keys, keys.length + folded.length());
        folded.getChars(0, folded.length(), moreKeys, keys.length);
        Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        moreValues[values.length] = value;
        return new SegmentMap<>(moreSlots, moreKeys, moreValues);
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
        return values.length == 0;
    }

    void forEach(BiConsumer<String, V> action) {
        for (int at = 0; at < slots.length; at += SLOT) {
            if (slots[at + 3] > 0) {
                action.accept(new String(keys, slots[at + 1], slots[at + 2]), value(slots[at + 3]));
            }
        }
    }

    private Map<String, V> toMap() {
        Map<String, V> all = new HashMap<>(values.length * 2);
        forEach(all::put);
        return all;
    }

    private @Nullable V get(int hash, String text, int from, int to) {
        if (values.length == 0) {
            return null;
        }
        int number = slots[find(hash, text, from, to) + 3];
        return number == 0 ? null : value(number);
    }

    /** The slot that holds a key, or the free one where it would lie. */
    private int find(int hash, String text, int from, int to) {
        int at = first(hash, slots.length);
        while (slots[at + 3] > 0 && !(slots[at] == hash && isKey(at, text, from, to))) {
            at = next(at, slots.length);
        }
        return at;
    }

    private boolean isKey(int slot, String text, int from, int to) {
        int start = slots[slot + 1];
        int length = slots[slot + 2];
        if (length != to - from) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (keys[start + i] != CaseFold.fold(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static void put(int[] slots, String folded, int start, int number) {
        int hash = CaseFold.hash(folded, 0, folded.length());
        int at = first(hash, slots.length);
        while (slots[at + 3] > 0) {
            at = next(at, slots.length);
        }
        slots[at] = hash;
        slots[at + 1] = start;
        slots[at + 2] = folded.length();
        slots[at + 3] = number;
    }

    private static int first(int hash, int length) {
        int mixed = hash * 0x9e3779b9;
        return ((mixed ^ (mixed >>> 16)) * SLOT) & (length - 1);
    }

    private static int next(int slot, int length) {
        return (slot + SLOT) & (length - 1);
    }

    private static int[] slotsFor(int size) {
        return new int[Integer.highestOneBit(size * 2 - 1) * 2 * SLOT];
    }

    @SuppressWarnings("unchecked") // only values are put
    private V value(int number) {
        return (V) values[number - 1];
    }

    @Override
    public String toString() {
        return toMap().keySet().toString();
    }
}
