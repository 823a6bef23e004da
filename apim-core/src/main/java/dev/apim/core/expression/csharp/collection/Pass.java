package dev.apim.core.expression.csharp.collection;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link Pull} as Java goes over things. It starts when it is first asked, as .NET's iterators do. */
final class Pass implements Iterator<@Nullable Object> {
    private static final Object NOT_ASKED = new Object();

    private final Supplier<Pull> start;
    private @Nullable Pull pull;
    private @Nullable Object ahead = NOT_ASKED;

    Pass(Supplier<Pull> start) {
        this.start = start;
    }

    @Override
    public boolean hasNext() {
        if (ahead == NOT_ASKED) {
            if (pull == null) {
                pull = start.get();
            }
            ahead = pull.next();
        }
        return ahead != Pull.END;
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object element = ahead;
        ahead = NOT_ASKED;
        return element;
    }
}
