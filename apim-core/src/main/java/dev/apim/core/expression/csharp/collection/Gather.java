package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes all elements of a sequence together, counted as made. */
final class Gather {
    private Gather() {}

    static List<@Nullable Object> all(Evaluation evaluation, @Nullable Object sequence) {
        List<@Nullable Object> elements = new ArrayList<>();
        Cursor in = new Cursor(evaluation, sequence);
        while (in.move()) {
            evaluation.make(1);
            elements.add(in.current());
        }
        return elements;
    }
}
