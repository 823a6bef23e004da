package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code IEnumerator<T>}. */
final class EnumeratorValue implements Disposable {
    private final Object source;
    private final @Nullable Object nothing;
    private Iterator<@Nullable Object> elements;
    private @Nullable Object current;

    /**
     * Before the first element.
     *
     * @param nothing what it is at before the first and after the last
     */
    EnumeratorValue(Object source, @Nullable Object nothing) {
        this.source = source;
        this.nothing = nothing;
        this.elements = Values.iterate(source).iterator();
        this.current = nothing;
    }

    @Override
    public String toString() {
        return "System.Collections.Generic.IEnumerator";
    }

    boolean moveNext() {
        boolean there = elements.hasNext();
        current = there ? elements.next() : nothing;
        return there;
    }

    @Nullable
    Object current() {
        return current;
    }

    void reset() {
        if (source instanceof Sequence || source instanceof OrderedSequence) {
            throw Require.unsupported();
        }
        elements = Values.iterate(source).iterator();
        current = nothing;
    }

    @Override
    public void dispose() {
        // It holds nothing that must be given back.
    }
}
