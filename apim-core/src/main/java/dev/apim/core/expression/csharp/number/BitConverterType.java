package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import org.jspecify.annotations.Nullable;

/** {@code System.BitConverter}, little-endian. */
final class BitConverterType {
    private static final String DIGITS = "0123456789ABCDEF";
    private static final String INDEX =
            "Index was out of range. Must be non-negative and less than the size of the collection.";
    private static final String TOO_SHORT =
            "Destination array is not long enough to copy all the items in the collection. Check array index and length.";

    private BitConverterType() {}

    static void define(TypeBuilder type) {
        type.staticProperty("bool IsLittleEndian", () -> true)
                .method("static byte[] GetBytes(bool value)", (Boolean value) -> new byte[] {(byte) (value ? 1 : 0)})
                .method(
                        "static bool ToBoolean(byte[] value, int startIndex)",
                        (byte @Nullable [] value, Integer start) -> bits(value, start, 1) != 0);
        for (NumericType number : NumericType.values()) {
            int size = size(number);
            if (size > 1) {
                type.method(
                                "static byte[] GetBytes(" + number.keyword() + " value)",
                                (Object value) -> bytes(pattern(value), size))
                        .method(
                                "static " + number.keyword() + " To" + number.typeName()
                                        + "(byte[] value, int startIndex)",
                                (byte @Nullable [] value, Integer start) -> value(bits(value, start, size), number));
            }
        }
        reinterpretations(type);
        type.methodWith("static string ToString(byte[] value)", (call, a) -> text(call, (byte[]) a[0], 0, -1))
                .costly()
                .methodWith(
                        "static string ToString(byte[] value, int startIndex)",
                        (call, a) -> text(call, (byte[]) a[0], (Integer) ObjectType.required(a[1]), -1))
                .costly()
                .methodWith(
                        "static string ToString(byte[] value, int startIndex, int length)",
                        (call, a) -> text(call, (byte[]) a[0], (Integer) ObjectType.required(a[1]), (int)
                                RandomValue.notNegative((Integer) ObjectType.required(a[2]), "length")))
                .costly();
    }

    private static void reinterpretations(TypeBuilder type) {
        type.method("static long DoubleToInt64Bits(double value)", (Double d) -> Double.doubleToRawLongBits(d))
                .method("static double Int64BitsToDouble(long value)", (Long l) -> Double.longBitsToDouble(l))
                .method("static int SingleToInt32Bits(float value)", (Float f) -> Float.floatToRawIntBits(f))
                .method("static float Int32BitsToSingle(int value)", (Integer i) -> Float.intBitsToFloat(i))
                .method(
                        "static ulong DoubleToUInt64Bits(double value)",
                        (Double d) -> new UInt64(Double.doubleToRawLongBits(d)))
                .method(
                        "static double UInt64BitsToDouble(ulong value)",
                        (UInt64 u) -> Double.longBitsToDouble(u.bits()))
                .method(
                        "static uint SingleToUInt32Bits(float value)",
                        (Float f) -> UInt32.of(Float.floatToRawIntBits(f)))
                .method(
                        "static float UInt32BitsToSingle(uint value)",
                        (UInt32 u) -> Float.intBitsToFloat((int) u.value()));
    }

    private static int size(NumericType number) {
        return switch (number) {
            case SINGLE -> 4;
            case DOUBLE -> 8;
            case DECIMAL -> 0;
            default -> number.bits() / 8;
        };
    }

    private static long pattern(Object value) {
        if (value instanceof Double d) {
            return Double.doubleToRawLongBits(d);
        }
        return value instanceof Float f ? Float.floatToRawIntBits(f) : Conversions.bits(value);
    }

    private static Object value(long bits, NumericType number) {
        return switch (number) {
            case SINGLE -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default -> number.box(bits);
        };
    }

    private static byte[] bytes(long bits, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (bits >>> (8 * i));
        }
        return bytes;
    }

    private static long bits(byte @Nullable [] bytes, int start, int size) {
        if (bytes == null) {
            throw DotNetException.argumentNull("value");
        }
        if (start < 0 || start >= bytes.length) {
            throw DotNetException.outOfRange(INDEX, "startIndex");
        }
        if (start > bytes.length - size) {
            throw DotNetException.argument(TOO_SHORT, "value");
        }
        long bits = 0;
        for (int i = size - 1; i >= 0; i--) {
            bits = bits << 8 | (bytes[start + i] & 0xFF);
        }
        return bits;
    }

    private static String text(Code.Call call, byte @Nullable [] bytes, int start, int length) {
        if (bytes == null) {
            throw DotNetException.argumentNull("value");
        }
        if (start < 0 || (start >= bytes.length && start > 0)) {
            throw DotNetException.outOfRange(INDEX, "startIndex");
        }
        int count = length < 0 ? bytes.length - start : length;
        if (start > bytes.length - count) {
            throw DotNetException.argument(TOO_SHORT, "value");
        }
        call.evaluation().make(3L * count);
        StringBuilder text = new StringBuilder();
        for (int i = start; i < start + count; i++) {
            text.append(i == start ? "" : "-")
                    .append(DIGITS.charAt(bytes[i] >> 4 & 15))
                    .append(DIGITS.charAt(bytes[i] & 15));
        }
        return text.toString();
    }
}
