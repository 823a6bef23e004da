package dev.apim.core.expression.csharp.plan;

/** The types that C# computes in: smaller ones are widened first. */
public enum NumericKind {
    /** {@code int}. */
    INT,
    /** {@code uint}. */
    UINT,
    /** {@code long}. */
    LONG,
    /** {@code ulong}. */
    ULONG,
    /** {@code float}. */
    FLOAT,
    /** {@code double}. */
    DOUBLE,
    /** {@code decimal}. */
    DECIMAL
}
