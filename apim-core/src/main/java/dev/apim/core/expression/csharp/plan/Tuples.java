package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.AnonymousObject;
import dev.apim.core.expression.csharp.value.TupleValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tuples and anonymous objects. */
public final class Tuples {
    private Tuples() {}

    /** {@code (a, b)}. */
    public static Node of(List<Node> elements) {
        return frame -> new TupleValue(Logic.all(elements, frame));
    }

    /** An element, from 0. */
    public static Node element(Node tuple, int index) {
        return frame -> ((TupleValue) Arithmetic.required(tuple.eval(frame))).get(index);
    }

    /** The tuple with another element. */
    public static Node with(Node tuple, int index, Node value) {
        return frame -> {
            @Nullable Object[] elements = ((TupleValue) Arithmetic.required(tuple.eval(frame))).toArray();
            elements[index] = value.eval(frame);
            return new TupleValue(elements);
        };
    }

    /** {@code new { a, b }}. */
    public static Node anonymous(List<String> names, List<Node> values) {
        List<String> all = List.copyOf(names);
        return frame -> new AnonymousObject(all, Arrays.asList(Logic.all(values, frame)));
    }
}
