package dev.apim.policy;

import dev.apim.Position;

/**
 * An attribute's value or an element's text, with entities decoded and named values in their place. {@code toString} shows secret
 * named values by name only.
 *
 * @param text of a literal as it stands; of an expression with its {@code @(…)}, {@code @{…}} or {@code ${…}}, trimmed; it may hold
 *     secrets, so messages and traces use {@link #shown()}
 * @param language what it is written in
 * @param origin of every character of {@code text} in the document its author wrote
 */
public record Value(String text, Language language, Origin origin) {
    /** What a value is written in. */
    public enum Language {
        /** Taken as it stands. */
        LITERAL,
        /** A C# policy expression. */
        CSHARP,
        /** A Jakarta EL expression. */
        EL
    }

    /** Where a value's characters come from. Immutable and thread-safe. */
    @FunctionalInterface
    public interface Origin {
        /**
         * Where the character at {@code offset} of the value was written; a character of a named value at the {@code {{} of its
         * reference.
         */
        Position at(int offset);

        /** A part of the value as it may be shown to people: secret named values are {@code {{name}}}. */
        default String shown(String text, int from, int to) {
            return text.substring(from, to);
        }
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
        return origin.at(0);
    }

    /** Where the character at {@code offset} was written. */
    public Position at(int offset) {
        return origin.at(offset);
    }

    /** The text as it may be shown to people: secret named values are {@code {{name}}}. */
    public String shown() {
        return shown(0, text.length());
    }

    /** The same of the characters from {@code from} up to, not including, {@code to}. */
    public String shown(int from, int to) {
        return origin.shown(text, from, to);
    }

    @Override
    public String toString() {
        return shown();
    }
}
