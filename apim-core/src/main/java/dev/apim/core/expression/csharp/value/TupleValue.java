package dev.apim.core.expression.csharp.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@code ValueTuple}: equal by its elements. */
public final class TupleValue implements Composite {
    private final @Nullable Object[] elements;
    private final long weight;

    /** Of these elements; the array belongs to the tuple from now on. */
    public TupleValue(@Nullable Object... elements) {
        this.elements = elements;
        this.weight = Composite.weight(elements);
    }

    @Override
    public long weight() {
        return weight;
    }

    /** How many it has. */
    public int size() {
        return elements.length;
    }

    /** One of them, from 0. */
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof TupleValue that) || that.elements.length != elements.length) {
            return false;
        }
        for (int i = 0; i < elements.length; i++) {
            if (!Values.equal(elements[i], that.elements[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 17;
        for (Object element : elements) {
            hash = hash * 31 + Values.hash(element);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < elements.length; i++) {
            Composite.append(text.append(i == 0 ? "" : ", "), elements[i]);
        }
        return text.append(')').toString();
    }

    /** The elements, copied. */
    public @Nullable Object[] toArray() {
        return Arrays.copyOf(elements, elements.length);
    }
}
