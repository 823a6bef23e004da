package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes over any sequence, one counted step an element. */
final class Cursor {
    private final Evaluation evaluation;
    private final Iterator<@Nullable Object> elements;
    private @Nullable Object current;

    Cursor(Evaluation evaluation, @Nullable Object sequence) {
        this.evaluation = evaluation;
        this.elements = Values.iterate(sequence).iterator();
    }

    /** Goes to the next element, if there is one. */
    boolean move() {
        evaluation.step();
        if (!elements.hasNext()) {
            return false;
        }
        current = elements.next();
        return true;
    }

    /** The element it is at. */
    @Nullable
    Object current() {
        return current;
    }
}
