package dev.apim.core.expression.csharp.value;

/**
 * A C# {@code ulong}. Immutable.
 *
 * @param bits to be read as unsigned
 */
public record UInt64(long bits) implements Unsigned {
    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
