package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** {@code Convert}'s texts of bytes: Base64 and hexadecimal. */
final class ConvertBytes {
    private static final int LINE = 76;
    private static final String NOT_BASE64 =
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding"
                    + " characters, or an illegal character among the padding characters.";

    private ConvertBytes() {}

    static void define(TypeBuilder type) {
        String part = "(byte[] inArray, int offset, int length";
        String options = ", Base64FormattingOptions options)";
        type.methodWith("static string ToBase64String(byte[] inArray)", (call, a) -> base64(call, all(a[0]), null))
                .methodWith(
                        "static string ToBase64String(byte[] inArray" + options,
                        (call, a) -> base64(call, all(a[0]), a[1]))
                .methodWith(
                        "static string ToBase64String" + part + ")",
                        (call, a) -> base64(call, part(a[0], a[1], a[2]), null))
                .methodWith(
                        "static string ToBase64String" + part + options,
                        (call, a) -> base64(call, part(a[0], a[1], a[2]), a[3]))
                .methodWith("static byte[] FromBase64String(string s)", (call, a) -> fromBase64(call, (String) a[0]))
                .methodWith(
                        "static byte[] FromBase64CharArray(char[] inArray, int offset, int length)",
                        (call, a) -> fromBase64(call, characters(a[0], a[1], a[2])))
                .costly();
        charArrays(type);
        type.methodWith("static string ToHexString(byte[] inArray)", (call, a) -> hex(call, all(a[0])))
                .costly()
                .methodWith("static string ToHexString" + part + ")", (call, a) -> hex(call, part(a[0], a[1], a[2])))
                .costly()
                .methodWith("static byte[] FromHexString(string s)", (call, a) -> fromHex(call, (String) a[0]))
                .costly();
    }

    private static void charArrays(TypeBuilder type) {
        String signature = "static int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int"
                + " offsetOut";
        type.methodWith(signature + ")", (call, a) -> toCharacters(call, a, null))
                .costly()
                .methodWith(signature + ", Base64FormattingOptions options)", (call, a) -> toCharacters(call, a, a[5]))
                .costly();
    }

    private static byte[] all(@Nullable Object bytes) {
        if (bytes == null) {
            throw DotNetException.argumentNull("inArray");
        }
        return (byte[]) bytes;
    }

    private static byte[] part(@Nullable Object bytes, @Nullable Object offset, @Nullable Object length) {
        byte[] array = all(bytes);
        int from = (Integer) ObjectType.required(offset);
        int count = (Integer) ObjectType.required(length);
        check(array.length, from, count);
        return Arrays.copyOfRange(array, from, from + count);
    }

    private static void check(int size, int from, int count) {
        RandomValue.notNegative(count, "length");
        RandomValue.notNegative(from, "offset");
        notMore(from, size - count, "offset");
    }

    private static void notMore(int value, int most, String name) {
        if (value > most) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException",
                    name + " ('" + value + "') must be less than or equal to '" + most + "'. (Parameter '" + name
                            + "')\nActual value was " + value + ".");
        }
    }

    private static String base64(Code.Call call, byte[] bytes, @Nullable Object options) {
        call.evaluation().make((bytes.length + 2L) / 3 * 4);
        String text = Base64.getEncoder().encodeToString(bytes);
        if (!(options instanceof EnumValue lines) || lines.value() == 0) {
            return text;
        }
        if (lines.value() != 1) {
            throw DotNetException.argument("Illegal enum value: " + lines + ".", "options");
        }
        return text.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n");
    }

    private static int toCharacters(Code.Call call, @Nullable Object[] a, @Nullable Object options) {
        if (a[3] == null) {
            throw DotNetException.argumentNull("outArray");
        }
        Character[] out = (Character[]) a[3];
        int offset = (Integer) ObjectType.required(a[4]);
        String text = base64(call, part(a[0], a[1], a[2]), options);
        RandomValue.notNegative(offset, "offsetOut");
        notMore(offset, out.length - text.length(), "offsetOut");
        for (int i = 0; i < text.length(); i++) {
            out[offset + i] = text.charAt(i);
        }
        return text.length();
    }

    private static String characters(@Nullable Object array, @Nullable Object offset, @Nullable Object length) {
        if (array == null) {
            throw DotNetException.argumentNull("inArray");
        }
        Character[] characters = (Character[]) array;
        int from = (Integer) ObjectType.required(offset);
        int count = (Integer) ObjectType.required(length);
        check(characters.length, from, count);
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            text.append((char) characters[i]);
        }
        return text.toString();
    }

    private static byte[] fromBase64(Code.Call call, @Nullable String text) {
        if (text == null) {
            throw DotNetException.argumentNull("s");
        }
        call.evaluation().make(text.length());
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                compact.append(c < 0x80 ? c : '?');
            }
        }
        if (compact.length() % 4 != 0) {
            throw DotNetException.format(NOT_BASE64);
        }
        try {
            return Base64.getDecoder().decode(compact.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException malformed) {
            throw DotNetException.format(NOT_BASE64);
        }
    }

    private static String hex(Code.Call call, byte[] bytes) {
        call.evaluation().make(2L * bytes.length);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] fromHex(Code.Call call, @Nullable String text) {
        if (text == null) {
            throw DotNetException.argumentNull("s");
        }
        call.evaluation().make(text.length() / 2);
        if (text.length() % 2 != 0) {
            throw DotNetException.format("The input is not a valid hex string as its length is not a multiple of 2.");
        }
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException malformed) {
            throw DotNetException.format("The input is not a valid hex string as it contains a non-hex character.");
        }
    }
}
