package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Values;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a stretch of a list or an array in either direction.
 *
 * @param list a list or an array
 */
record Search(Evaluation evaluation, Object list) {
    /** What fits a predicate. */
    static Predicate<@Nullable Object> of(@Nullable Object predicate) {
        Delegate test = (Delegate) Require.argument(predicate, "match");
        return test::test;
    }

    /** What equals a value. */
    static Predicate<@Nullable Object> equalTo(@Nullable Object value) {
        return element -> Values.equal(element, value);
    }

    int size() {
        return Faces.count(list);
    }

    @Nullable
    Object at(int index) {
        return Faces.at(list, index);
    }

    /** The first place that fits, -1 without one. */
    int first(int start, int count, Predicate<@Nullable Object> test) {
        for (int i = start; i < start + count; i++) {
            evaluation.step();
            if (i >= size()) {
                throw DotNetException.outOfRange(Require.INDEX_LESS, "index");
            }
            if (test.test(at(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The last place that fits of so many that end with {@code start}, -1 without one. */
    int last(int start, int count, Predicate<@Nullable Object> test) {
        for (int i = start; i > start - count; i--) {
            evaluation.step();
            if (test.test(at(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Checks a start and a count that goes forward, as {@code IndexOf} and {@code FindIndex} do. */
    void forward(int start, int count, String parameter) {
        if (start < 0 || start > size()) {
            throw DotNetException.outOfRange(Require.INDEX_LESS_OR_EQUAL, parameter);
        }
        if (count < 0 || start > size() - count) {
            throw DotNetException.outOfRange(Require.COUNT, "count");
        }
    }

    /** Checks a start and a count that goes backward. */
    void backward(int start, int count) {
        boolean wrong = size() == 0 ? start != -1 : start < 0 || start >= size();
        if (wrong) {
            throw DotNetException.outOfRange(Require.INDEX_LESS, "startIndex");
        }
        if (count < 0 || start - count + 1 < 0) {
            throw DotNetException.outOfRange(Require.COUNT, "count");
        }
    }

    /** Where a value is in what is sorted, else the complement of where it would be. */
    int binary(int index, int length, @Nullable Object value, Comparer comparer) {
        int low = index;
        int high = index + length - 1;
        while (low <= high) {
            evaluation.step();
            int middle = low + ((high - low) >> 1);
            int order = compared(at(middle), value, comparer);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~low;
    }

    private static int compared(@Nullable Object element, @Nullable Object value, Comparer comparer) {
        try {
            return comparer.compare(element, value);
        } catch (DotNetException e) {
            throw DotNetException.of(
                    "System.InvalidOperationException", "Failed to compare two elements in the array.", e);
        }
    }
}
