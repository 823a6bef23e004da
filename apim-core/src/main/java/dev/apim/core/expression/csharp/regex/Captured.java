package dev.apim.core.expression.csharp.regex;

/** A {@code Capture}: a part of a text that something of a pattern matched. */
sealed interface Captured permits Capture, Grouped {
    /** The text it is of. */
    String text();

    /** Where it begins. */
    int index();

    /** How long it is. */
    int length();

    /** The part. */
    default String value() {
        return text().substring(index(), index() + length());
    }
}
