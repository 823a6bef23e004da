package dev.apim.core.expression.csharp;

import org.jspecify.annotations.Nullable;

/**
 * What an expression gave, as people read it.
 *
 * @param text {@code ToString()} of the value under the invariant culture; absent of {@code null}
 * @param type of the value, as C# writes it; of {@code null} that of the expression
 */
public record ShownValue(@Nullable String text, String type) {}
