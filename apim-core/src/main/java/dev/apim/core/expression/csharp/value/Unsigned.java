package dev.apim.core.expression.csharp.value;

/** A number of a C# type that Java has no like of. */
public sealed interface Unsigned permits UInt8, UInt16, UInt32, UInt64 {
    /** Its bits; a negative number only of a {@code ulong} above 2⁶³. */
    long bits();
}
