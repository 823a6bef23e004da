package dev.apim.core.expression.csharp.syntax;

/** A pattern of {@code is} and {@code case}, as C# 7 has them. Immutable. */
public sealed interface Pattern {
    /** Where it is written. */
    Span span();

    /** A constant. A name that may be a type is read as one of these; the checker tells which it is. */
    record Constant(Span span, Expr value) implements Pattern {}

    /** A type, in {@code is} only. */
    record OfType(Span span, TypeSyntax type) implements Pattern {}

    /** {@code T name}; the name is {@code _} for a discard. */
    record Declaration(Span span, TypeSyntax type, String name) implements Pattern {}

    /** {@code var name}. */
    record Any(Span span, String name) implements Pattern {}
}
