package dev.apim.core.expression.csharp.value;

/**
 * A C# {@code byte}. Immutable.
 *
 * @param value 0 to 255
 */
public record UInt8(int value) implements Unsigned {
    private static final UInt8[] ALL = new UInt8[256];

    static {
        for (int i = 0; i < ALL.length; i++) {
            ALL[i] = new UInt8(i);
        }
    }

    /** The byte of the lowest eight bits. */
    public static UInt8 of(int bits) {
        return ALL[bits & 0xFF];
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
