package dev.apim.core.expression.csharp.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an interpolated string before its holes are parsed. */
sealed interface StringPart {
    /** Text, unescaped. */
    record Text(String text) implements StringPart {}

    /**
     * A hole.
     *
     * @param tokens up to its format or brace; an end token closes them
     */
    record Hole(Span span, List<Token> tokens, @Nullable String format) implements StringPart {}
}
