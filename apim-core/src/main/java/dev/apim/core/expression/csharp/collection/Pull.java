package dev.apim.core.expression.csharp.collection;

import org.jspecify.annotations.Nullable;

/** One pass over a sequence that is made as it is asked for. */
@FunctionalInterface
public interface Pull {
    /** What {@link #next} gives after the last element. */
    Object END = new Object();

    /** The next element, or {@link #END}; not called again after that. */
    @Nullable
    Object next();
}
