package dev.apim.core.expression.csharp.number;

/** What {@code new object()} makes: equal to itself only. */
final class PlainObject {
    @Override
    public String toString() {
        return "System.Object";
    }
}
