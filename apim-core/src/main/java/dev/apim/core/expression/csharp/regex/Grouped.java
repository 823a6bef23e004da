package dev.apim.core.expression.csharp.regex;

/** A {@code Group}: what a group of a pattern matched last, if it did. */
sealed interface Grouped extends Captured permits Group, Match {
    /** Its name, or its number. */
    String name();

    /** Whether it matched. */
    boolean success();

    /** All it captured, in order. */
    ItemList captures();
}
