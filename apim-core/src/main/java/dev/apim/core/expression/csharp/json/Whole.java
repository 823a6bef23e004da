package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt16;
import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import dev.apim.core.expression.csharp.value.UInt8;
import java.math.BigInteger;

/** The types of whole numbers. */
enum Whole {
    SBYTE("SByte", "a signed byte", 7, true),
    BYTE("Byte", "an unsigned byte", 8, false),
    INT16("Int16", "an Int16", 15, true),
    UINT16("UInt16", "a UInt16", 16, false),
    INT32("Int32", "an Int32", 31, true),
    UINT32("UInt32", "a UInt32", 32, false),
    INT64("Int64", "an Int64", 63, true),
    UINT64("UInt64", "a UInt64", 64, false),
    CHAR("Char", "a character", 16, false);

    private final String shown;
    private final String described;
    private final BigInteger least;
    private final BigInteger most;

    Whole(String shown, String described, int bits, boolean signed) {
        this.shown = shown;
        this.described = described;
        BigInteger range = BigInteger.ONE.shiftLeft(bits);
        this.least = signed ? range.negate() : BigInteger.ZERO;
        this.most = range.subtract(BigInteger.ONE);
    }

    /** .NET's name of it. */
    String shown() {
        return shown;
    }

    DotNetException overflow() {
        return DotNetException.overflow("Value was either too large or too small for " + described + ".");
    }

    BigInteger checked(BigInteger number) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw overflow();
        }
        return number;
    }

    /** As expressions keep it. */
    Object value(BigInteger number) {
        return switch (this) {
            case SBYTE -> number.byteValue();
            case BYTE -> UInt8.of(number.intValue());
            case INT16 -> number.shortValue();
            case UINT16 -> UInt16.of(number.intValue());
            case INT32 -> number.intValue();
            case UINT32 -> UInt32.of(number.longValue());
            case INT64 -> number.longValue();
            case UINT64 -> new UInt64(number.longValue());
            case CHAR -> (char) number.intValue();
        };
    }
}
