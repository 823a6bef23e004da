package dev.apim.core.expression.csharp.regex;

/** What a group matched. Immutable. */
record Capture(String text, int index, int length) implements Captured {
    @Override
    public String toString() {
        return value();
    }
}
