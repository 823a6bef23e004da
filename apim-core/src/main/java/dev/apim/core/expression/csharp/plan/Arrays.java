package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.collection.ArrayValues;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays: made, read and written. */
public final class Arrays {
    private Arrays() {}

    /** An array of these elements. */
    public static Node of(CsType element, List<Node> elements) {
        Node[] all = elements.toArray(Node[]::new);
        return frame -> {
            frame.evaluation.make(all.length);
            Object array = ArrayValues.create(element, all.length);
            for (int i = 0; i < all.length; i++) {
                ArrayValues.set(array, i, all[i].eval(frame));
            }
            return array;
        };
    }

    /** An array of a size, each element the default of its type. */
    public static Node sized(CsType element, Node size) {
        return frame -> {
            int length = size.int32(frame);
            if (length < 0) {
                throw DotNetException.overflow();
            }
            frame.evaluation.make(length);
            return ArrayValues.create(element, length);
        };
    }

    /** {@code array[index]}. */
    public static Node get(Node array, Node index) {
        return frame -> {
            @Nullable Object values = array.eval(frame);
            int at = index.int32(frame);
            return ArrayValues.get(Arithmetic.required(values), at);
        };
    }

    /** {@code array[index] = value}. */
    public static Node set(Node array, Node index, Node value) {
        return frame -> {
            @Nullable Object values = array.eval(frame);
            int at = index.int32(frame);
            Object written = value.eval(frame);
            ArrayValues.set(Arithmetic.required(values), at, written);
            return written;
        };
    }
}
