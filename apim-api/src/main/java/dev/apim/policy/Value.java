package dev.apim.policy;

import dev.apim.Position;
import java.util.function.IntFunction;

/**
 * An attribute's value or an element's text, with entities decoded and named values in their place.
 *
 * @param text of a literal as it stands; of an expression with its {@code @(…)}, {@code @{…}} or {@code ${…}}, trimmed
 * @param language what it is written in
 * @param positions from an offset in {@code text} to the place in the document its author wrote
 */
public record Value(String text, Language language, IntFunction<Position> positions) {
    /** What a value is written in. */
    public enum Language {
        /** Taken as it stands. */
        LITERAL,
        /** A C# policy expression. */
        CSHARP,
        /** A Jakarta EL expression. */
        EL
    }

    /** A literal at a place. */
    public static Value literal(String text, Position position) {
        return new Value(text, Language.LITERAL, offset -> position);
    }

    /** Whether it must be evaluated. */
    public boolean isExpression() {
        return language != Language.LITERAL;
    }

    /** Where the value begins. */
    public Position position() {
        return positions.apply(0);
    }

    /** Where the character at {@code offset} was written. */
    public Position at(int offset) {
        return positions.apply(offset);
    }

    @Override
    public String toString() {
        return text;
    }
}
