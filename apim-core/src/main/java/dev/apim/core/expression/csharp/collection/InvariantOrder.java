package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Collation;

/**
 * The order of texts in the invariant culture, as {@code OrderBy} and {@code List<string>.Sort} have it: letters without regard to case
 * first, then lower case before upper; punctuation before digits before letters.
 */
final class InvariantOrder {
    private InvariantOrder() {}

    static int compare(String left, String right) {
        return Collation.compare(left, right, false);
    }
}
