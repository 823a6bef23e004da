package dev.apim.core.expression.csharp.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a pattern matched, and its groups. Immutable. */
interface Found {
    /** A part of the text. */
    record Part(int start, int end) {}

    /** The whole match. */
    Part whole();

    /** What a group captured last, if anything. */
    @Nullable
    Part last(int number);

    /** All that a group captured, in order. */
    List<Part> all(int number);
}
