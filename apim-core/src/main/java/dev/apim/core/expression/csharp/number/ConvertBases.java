package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code Convert}'s texts of integers in base 2, 8, 10 and 16. */
final class ConvertBases {
    private ConvertBases() {}

    static void define(TypeBuilder type) {
        for (NumericType number : NumericType.values()) {
            if (number.integral() && number != NumericType.CHAR) {
                type.method(
                                "static " + number.keyword() + " To" + number.typeName()
                                        + "(string value, int fromBase)",
                                (@Nullable String value, Integer base) -> parse(value, base, number))
                        .costly();
            }
        }
        for (NumericType number :
                new NumericType[] {NumericType.BYTE, NumericType.INT16, NumericType.INT32, NumericType.INT64}) {
            type.method(
                    "static string ToString(" + number.keyword() + " value, int toBase)",
                    (Object value, Integer base) -> text(value, check(base), number));
        }
    }

    private static int check(int base) {
        if (base != 2 && base != 8 && base != 10 && base != 16) {
            throw DotNetException.argument("Invalid Base.", null);
        }
        return base;
    }

    private static String text(Object value, int base, NumericType number) {
        long bits = Conversions.bits(value);
        if (base == 10) {
            return Long.toString(bits);
        }
        long pattern = number.bits() == 64 ? bits : bits & ((1L << number.bits()) - 1);
        return base == 2
                ? Long.toBinaryString(pattern)
                : base == 8 ? Long.toOctalString(pattern) : Long.toHexString(pattern);
    }

    private static Object parse(@Nullable String text, int base, NumericType number) {
        check(base);
        if (text == null) {
            return number.box(0);
        }
        if (text.isEmpty()) {
            throw DotNetException.outOfRange(
                    "Specified argument was out of the range of valid values.",
                    "Index was out of range. Must be non-negative and less than the size of the collection.");
        }
        BigInteger value = digits(text, sign(text, base, number), base);
        if (base == 10) {
            BigInteger signed = text.charAt(0) == '-' ? value.negate() : value;
            if (!number.holds(signed)) {
                throw number.overflow();
            }
            return number.box(signed.longValue());
        }
        NumericType wide = number.bits() == 64 ? NumericType.UINT64 : NumericType.UINT32;
        if (!wide.holds(value)) {
            throw wide.overflow();
        }
        if (value.bitLength() > number.bits()) {
            throw number.overflow();
        }
        return number.box(value.longValue());
    }

    private static int sign(String text, int base, NumericType number) {
        char first = text.charAt(0);
        if (first == '-' && base != 10) {
            throw DotNetException.argument("String cannot contain a minus sign if the base is not 10.", null);
        }
        if (first == '-' && !number.signed()) {
            throw DotNetException.overflow(
                    "The string was being parsed as an unsigned number and could not have a negative sign.");
        }
        return first == '-' || first == '+' ? 1 : 0;
    }

    private static BigInteger digits(String text, int start, int base) {
        int from = base == 16 && text.regionMatches(true, start, "0x", 0, 2) ? start + 2 : start;
        int end = from;
        while (end < text.length() && text.charAt(end) < 0x80 && Character.digit(text.charAt(end), base) >= 0) {
            end++;
        }
        if (end == from) {
            throw DotNetException.format("Could not find any recognizable digits.");
        }
        if (end < text.length()) {
            throw DotNetException.format("Additional non-parsable characters are at the end of the string.");
        }
        String significant = text.substring(from).replaceFirst("^0+(?=.)", "");
        return new BigInteger(significant.length() > 65 ? significant.substring(0, 65) : significant, base);
    }
}
