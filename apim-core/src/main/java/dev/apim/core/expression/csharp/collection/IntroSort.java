package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * .NET's way of sorting: quick, then heap or insertion. It is not stable, so the very order of its comparisons shows where elements
 * compare as equal; Java's own sort would also refuse an order that contradicts itself.
 */
final class IntroSort {
    private static final int INSERTION = 16;

    private final @Nullable Object[] keys;
    private final int offset;
    private final Comparator<@Nullable Object> order;
    private final Evaluation evaluation;

    private IntroSort(@Nullable Object[] keys, int offset, Comparator<@Nullable Object> order, Evaluation evaluation) {
        this.keys = keys;
        this.offset = offset;
        this.order = order;
        this.evaluation = evaluation;
    }

    /** Sorts a stretch of an array. */
    static void sort(
            @Nullable Object[] keys, int index, int count, Comparator<@Nullable Object> order, Evaluation evaluation) {
        if (count < 2) {
            return;
        }
        try {
            int depth = 2 * (32 - Integer.numberOfLeadingZeros(count));
            new IntroSort(keys, index, order, evaluation).sort(0, count - 1, depth);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw DotNetException.argument(
                    "Unable to sort because the IComparer.Compare() method returns inconsistent results. Either a value"
                            + " does not compare equal to itself, or one value repeatedly compared to another value"
                            + " yields different results. IComparer: ''.",
                    null);
        } catch (DotNetException e) {
            throw DotNetException.of(
                    "System.InvalidOperationException", "Failed to compare two elements in the array.", e);
        }
    }

    private void sort(int low, int high, int depth) {
        int left = depth;
        int last = high;
        while (last > low) {
            int size = last - low + 1;
            if (size <= INSERTION) {
                small(low, last, size);
                return;
            }
            if (left == 0) {
                heap(low, size);
                return;
            }
            left--;
            int pivot = partition(low, last);
            sort(pivot + 1, last, left);
            last = pivot - 1;
        }
    }

    private void small(int low, int high, int size) {
        if (size == 2) {
            swapIfGreater(low, high);
        } else if (size == 3) {
            swapIfGreater(low, high - 1);
            swapIfGreater(low, high);
            swapIfGreater(high - 1, high);
        } else {
            insert(low, high);
        }
    }

    private int partition(int low, int high) {
        int middle = low + ((high - low) >> 1);
        swapIfGreater(low, middle);
        swapIfGreater(low, high);
        swapIfGreater(middle, high);
        Object pivot = get(middle);
        swap(middle, high - 1);
        int left = low;
        int right = high - 1;
        while (left < right) {
            do {
                left++;
            } while (compare(get(left), pivot) < 0);
            do {
                right--;
            } while (compare(pivot, get(right)) < 0);
            if (left >= right) {
                break;
            }
            swap(left, right);
        }
        if (left != high - 1) {
            swap(left, high - 1);
        }
        return left;
    }

    private void insert(int low, int high) {
        for (int i = low; i < high; i++) {
            Object moved = get(i + 1);
            int j = i;
            while (j >= low && compare(moved, get(j)) < 0) {
                put(j + 1, get(j));
                j--;
            }
            put(j + 1, moved);
        }
    }

    private void heap(int low, int size) {
        for (int i = size >> 1; i >= 1; i--) {
            down(i, size, low);
        }
        for (int i = size; i > 1; i--) {
            swap(low, low + i - 1);
            down(1, i - 1, low);
        }
    }

    private void down(int from, int size, int low) {
        int at = from;
        Object moved = get(low + at - 1);
        while (at <= size >> 1) {
            int child = 2 * at;
            if (child < size && compare(get(low + child - 1), get(low + child)) < 0) {
                child++;
            }
            if (compare(moved, get(low + child - 1)) >= 0) {
                break;
            }
            put(low + at - 1, get(low + child - 1));
            at = child;
        }
        put(low + at - 1, moved);
    }

    private void swapIfGreater(int a, int b) {
        if (compare(get(a), get(b)) > 0) {
            swap(a, b);
        }
    }

    private void swap(int a, int b) {
        Object kept = get(a);
        put(a, get(b));
        put(b, kept);
    }

    private int compare(@Nullable Object a, @Nullable Object b) {
        evaluation.step();
        evaluation.read(a);
        return order.compare(a, b);
    }

    private @Nullable Object get(int index) {
        return keys[offset + index];
    }

    private void put(int index, @Nullable Object value) {
        keys[offset + index] = value;
    }
}
