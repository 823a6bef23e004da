package dev.apim.core.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent escapes (RFC 3986 §2.1), read strictly. */
final class Escapes {
    private Escapes() {}

    /** The byte of the escape at {@code at}. */
    static int byteAt(String text, int at) {
        if (at + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(at + 1))
                || !HexFormat.isHexDigit(text.charAt(at + 2))) {
            throw new MalformedTargetException(
                    "The request target holds a percent sign without two hexadecimal digits.");
        }
        return HexFormat.fromHexDigits(text, at + 1, at + 3);
    }

    /** The end of the run of escapes of bytes from 0x80 that begins at {@code from}. */
    static int endOfMultibyteRun(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '%' && byteAt(text, end) >= 0x80) {
            end += 3;
        }
        return end;
    }

    /** The text of a run of escapes; overlong forms, surrogates and cut sequences are malformed. */
    static String utf8(String text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) byteAt(text, from + 3 * i);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedTargetException("The request target holds escaped bytes that are not UTF-8.");
        }
    }

    /** Refuses what may not stand in a query string; the escapes are looked at only if asked. */
    static void checkQuery(String query, boolean escapesToo) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                throw new MalformedTargetException("The query string holds a character that must be percent-encoded.");
            }
        }
        if (escapesToo) {
            checkEscapes(query);
        }
    }

    private static void checkEscapes(String query) {
        int at = query.indexOf('%');
        while (at >= 0) {
            int octet = byteAt(query, at);
            if (octet == 0) {
                throw new MalformedTargetException("The query string holds an encoded NUL.");
            }
            int end = octet < 0x80 ? at + 3 : endOfMultibyteRun(query, at);
            if (octet >= 0x80) {
                utf8(query, at, end);
            }
            at = query.indexOf('%', end);
        }
    }

    /** Decodes what is validly escaped in a configured literal, and leaves the rest as written. */
    static String decodeLiteral(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            StringBuilder decoded = new StringBuilder();
            for (int i = 0; i < text.length(); ) {
                if (text.charAt(i) != '%') {
                    decoded.append(text.charAt(i++));
                } else {
                    int end = Math.max(i + 3, endOfMultibyteRun(text, i));
                    decoded.append(utf8(text, i, end));
                    i = end;
                }
            }
            return decoded.toString();
        } catch (MalformedTargetException notAnEscape) {
            return text;
        }
    }
}
