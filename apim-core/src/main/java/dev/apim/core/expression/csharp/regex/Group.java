package dev.apim.core.expression.csharp.regex;

/** A group of a match. Immutable. */
record Group(String name, String text, int index, int length, boolean success) implements Grouped {
    /** One that matched nothing. */
    static Group none(String name) {
        return new Group(name, "", 0, 0, false);
    }

    @Override
    public String toString() {
        return value();
    }
}
