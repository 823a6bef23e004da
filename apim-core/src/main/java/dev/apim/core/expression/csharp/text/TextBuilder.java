package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;

/** .NET's {@code StringBuilder}: text that grows and is changed in place. Its owner is one evaluation at a time; it is not thread-safe. */
public final class TextBuilder {
    private static final int DEFAULT_CAPACITY = 16;

    private final Evaluation evaluation;
    private final StringBuilder text;
    private final int maxCapacity;
    private int capacity;

    /**
     * One with this text in it.
     *
     * @param evaluation that made it and answers for its length
     * @param capacity 0 for the default one
     */
    TextBuilder(Evaluation evaluation, String initial, int capacity, int maxCapacity) {
        this.evaluation = evaluation;
        this.text = new StringBuilder(initial);
        this.maxCapacity = maxCapacity;
        this.capacity = Math.max(capacity == 0 ? Math.min(DEFAULT_CAPACITY, maxCapacity) : capacity, initial.length());
    }

    int length() {
        return text.length();
    }

    int maxCapacity() {
        return maxCapacity;
    }

    int capacity() {
        return capacity;
    }

    void capacity(int wanted) {
        Bounds.notNegative(wanted, "value", "Capacity must be positive.");
        if (wanted > maxCapacity) {
            throw DotNetException.outOfRange("Capacity exceeds maximum capacity.", "value");
        }
        if (wanted < text.length()) {
            throw DotNetException.outOfRange("capacity was less than the current size.", "value");
        }
        capacity = wanted;
    }

    int ensure(int wanted) {
        Bounds.notNegative(wanted, "capacity", "Capacity must be positive.");
        if (capacity < wanted) {
            capacity(wanted);
        }
        return capacity;
    }

    void length(int wanted) {
        Bounds.notNegative(wanted, "value", "Length cannot be less than zero.");
        if (wanted > maxCapacity) {
            throw DotNetException.outOfRange("capacity was less than the current size.", "value");
        }
        if (wanted > text.length()) {
            evaluation.make(wanted - (long) text.length());
        }
        text.setLength(wanted);
        grow();
    }

    char at(int index) {
        if (index < 0 || index >= text.length()) {
            throw DotNetException.indexOutOfRange();
        }
        return text.charAt(index);
    }

    void set(int index, char c) {
        Bounds.below(index, text.length(), "index");
        text.setCharAt(index, c);
    }

    TextBuilder append(Evaluation evaluation, CharSequence more) {
        return insert(evaluation, text.length(), more);
    }

    TextBuilder insert(Evaluation evaluation, int index, CharSequence more) {
        Bounds.upTo(index, text.length(), "index");
        evaluation.make(more.length());
        if (text.length() + (long) more.length() > maxCapacity) {
            throw DotNetException.outOfRange("capacity was less than the current size.", "requiredLength");
        }
        text.insert(index, more);
        grow();
        return this;
    }

    TextBuilder remove(int start, int count) {
        Bounds.notNegative(start, "startIndex", "StartIndex cannot be less than zero.");
        Bounds.notNegative(count, "length", "Length cannot be less than zero.");
        if (count > text.length() - start) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
                    "length");
        }
        text.delete(start, start + count);
        return this;
    }

    /** Puts a text in place of a part. */
    TextBuilder replace(Evaluation evaluation, String from, String to, int start, int count) {
        Bounds.upTo(start, text.length(), "startIndex");
        if (count < 0 || start > text.length() - count) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
                    "count");
        }
        evaluation.steps(1 + count / 16);
        StringBuilder replaced = new StringBuilder();
        int at = start;
        String whole = text.toString();
        int found = TextSearch.first(whole, from, at);
        while (found >= 0 && found + from.length() <= start + count) {
            evaluation.make(found - at + (long) to.length());
            replaced.append(text, at, found).append(to);
            at = found + from.length();
            found = TextSearch.first(whole, from, at);
        }
        text.replace(start, at, replaced.toString());
        grow();
        return this;
    }

    boolean same(TextBuilder other) {
        return maxCapacity == other.maxCapacity && capacity == other.capacity && text.compareTo(other.text) == 0;
    }

    String part(int start, int count) {
        Bounds.notNegative(start, "startIndex", "StartIndex cannot be less than zero.");
        if (start > text.length()) {
            throw DotNetException.outOfRange("startIndex cannot be larger than length of string.", "startIndex");
        }
        Bounds.notNegative(count, "length", "Length cannot be less than zero.");
        if (start > text.length() - count) {
            throw DotNetException.outOfRange("Index and length must refer to a location within the string.", "length");
        }
        return text.substring(start, start + count);
    }

    private void grow() {
        if (text.length() > capacity) {
            capacity = (int) Math.min(maxCapacity, Math.max(text.length(), capacity * 2L));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
