package dev.apim.core.expression.csharp.value;

/**
 * A C# {@code uint}. Immutable.
 *
 * @param value 0 to 2³²-1
 */
public record UInt32(long value) implements Unsigned {
    /** The number of the lowest 32 bits. */
    public static UInt32 of(long bits) {
        return new UInt32(bits & 0xFFFF_FFFFL);
    }

    @Override
    public long bits() {
        return value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
