package dev.apim.core.expression.csharp.value;

/**
 * A C# {@code ushort}. Immutable.
 *
 * @param value 0 to 65535
 */
public record UInt16(int value) implements Unsigned {
    /** The number of the lowest sixteen bits. */
    public static UInt16 of(int bits) {
        return new UInt16(bits & 0xFFFF);
    }

    @Override
    public long bits() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
