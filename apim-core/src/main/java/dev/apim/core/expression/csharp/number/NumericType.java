package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt16;
import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import dev.apim.core.expression.csharp.value.UInt8;
import dev.apim.core.expression.csharp.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** C#'s numeric types, {@code char} among them. */
public enum NumericType {
    /** {@code sbyte}. */
    SBYTE("sbyte", "SByte", 8, true, "a signed byte"),
    /** {@code byte}. */
    BYTE("byte", "Byte", 8, false, "an unsigned byte"),
    /** {@code short}. */
    INT16("short", "Int16", 16, true, "an Int16"),
    /** {@code ushort}. */
    UINT16("ushort", "UInt16", 16, false, "a UInt16"),
    /** {@code int}. */
    INT32("int", "Int32", 32, true, "an Int32"),
    /** {@code uint}. */
    UINT32("uint", "UInt32", 32, false, "a UInt32"),
    /** {@code long}. */
    INT64("long", "Int64", 64, true, "an Int64"),
    /** {@code ulong}. */
    UINT64("ulong", "UInt64", 64, false, "a UInt64"),
    /** {@code char}. */
    CHAR("char", "Char", 16, false, "a character"),
    /** {@code float}. */
    SINGLE("float", "Single", 0, true, "a Single"),
    /** {@code double}. */
    DOUBLE("double", "Double", 0, true, "a Double"),
    /** {@code decimal}. */
    DECIMAL("decimal", "Decimal", 0, true, "a Decimal");

    private final String keyword;
    private final String typeName;
    private final int bits;
    private final boolean signed;
    private final String inWords;

    NumericType(String keyword, String typeName, int bits, boolean signed, String inWords) {
        this.keyword = keyword;
        this.typeName = typeName;
        this.bits = bits;
        this.signed = signed;
        this.inWords = inWords;
    }

    /** The type of a value, null of what is no number and no {@code char}. */
    public static @Nullable NumericType ofValue(@Nullable Object value) {
        if (value instanceof Integer) {
            return INT32;
        }
        if (value instanceof Unsigned) {
            return value instanceof UInt8
                    ? BYTE
                    : value instanceof UInt16 ? UINT16 : value instanceof UInt32 ? UINT32 : UINT64;
        }
        if (value instanceof Number) {
            return ofNumber(value);
        }
        return value instanceof Character ? CHAR : null;
    }

    /** The type of this name in {@code System}, such as {@code Int32}. */
    public static NumericType of(String typeName) {
        for (NumericType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        throw new IllegalArgumentException(typeName + " is no numeric type");
    }

    private static @Nullable NumericType ofNumber(Object value) {
        if (value instanceof Long) {
            return INT64;
        }
        if (value instanceof Double) {
            return DOUBLE;
        }
        if (value instanceof BigDecimal) {
            return DECIMAL;
        }
        if (value instanceof Float) {
            return SINGLE;
        }
        return value instanceof Short ? INT16 : value instanceof Byte ? SBYTE : null;
    }

    /** C#'s keyword. */
    public String keyword() {
        return keyword;
    }

    /** Its name in {@code System}. */
    public String typeName() {
        return typeName;
    }

    /** How many bits an integer or {@code char} has; 0 of the others. */
    public int bits() {
        return bits;
    }

    /** Whether it has negative values. */
    public boolean signed() {
        return signed;
    }

    /** Whether it is an integer or {@code char}. */
    public boolean integral() {
        return bits > 0;
    }

    /** The class of its values. */
    public Class<?> javaClass() {
        return integral()
                ? box(0).getClass()
                : this == SINGLE ? Float.class : this == DOUBLE ? Double.class : BigDecimal.class;
    }

    /** The value of an integral type with these lowest bits. */
    public Object box(long value) {
        return switch (this) {
            case SBYTE -> (byte) value;
            case BYTE -> UInt8.of((int) value);
            case INT16 -> (short) value;
            case UINT16 -> UInt16.of((int) value);
            case INT32 -> (int) value;
            case UINT32 -> UInt32.of(value);
            case INT64 -> value;
            case UINT64 -> new UInt64(value);
            case CHAR -> (char) value;
            default -> throw new IllegalArgumentException(typeName + " is not integral");
        };
    }

    /** Its smallest value, of an integral type. */
    public BigInteger smallest() {
        return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    }

    /** Its largest value, of an integral type. */
    public BigInteger largest() {
        return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    /** Whether an integral type has this value. */
    public boolean holds(BigInteger value) {
        return value.compareTo(smallest()) >= 0 && value.compareTo(largest()) <= 0;
    }

    /** What .NET throws when a value does not fit the type, in the type's own words. */
    public DotNetException overflow() {
        return DotNetException.overflow("Value was either too large or too small for " + inWords + ".");
    }
}
