package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An {@code Encoding}: the ones .NET has without further providers. What cannot be encoded or decoded becomes {@code U+FFFD}, {@code ?}
 * where the encoding has no such character. Immutable.
 */
public final class TextEncoding {
    static final TextEncoding UTF8 =
            new TextEncoding(65001, "utf-8", "Unicode (UTF-8)", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF);
    static final TextEncoding UTF16 =
            new TextEncoding(1200, "utf-16", "Unicode", StandardCharsets.UTF_16LE, 0xFF, 0xFE);
    static final TextEncoding UTF16_BIG =
            new TextEncoding(1201, "utf-16BE", "Unicode (Big-Endian)", StandardCharsets.UTF_16BE, 0xFE, 0xFF);
    static final TextEncoding UTF32 =
            new TextEncoding(12000, "utf-32", "Unicode (UTF-32)", Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0);
    static final TextEncoding UTF32_BIG = new TextEncoding(
            12001, "utf-32BE", "Unicode (UTF-32 Big-Endian)", Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF);
    static final TextEncoding ASCII = new TextEncoding(20127, "us-ascii", "US-ASCII", StandardCharsets.US_ASCII);
    static final TextEncoding LATIN1 =
            new TextEncoding(28591, "iso-8859-1", "Western European (ISO)", StandardCharsets.ISO_8859_1);

    /** All of them, in the order of their code pages. */
    static final List<TextEncoding> ALL = List.of(UTF16, UTF16_BIG, UTF32, UTF32_BIG, ASCII, LATIN1, UTF8);

    private final int codePage;
    private final String webName;
    private final String name;
    private final Charset charset;
    private final byte[] preamble;

    private TextEncoding(int codePage, String webName, String name, Charset charset, int... preamble) {
        this.codePage = codePage;
        this.webName = webName;
        this.name = name;
        this.charset = charset;
        this.preamble = new byte[preamble.length];
        for (int i = 0; i < preamble.length; i++) {
            this.preamble[i] = (byte) preamble[i];
        }
    }

    private static DotNetException unknown(String name) {
        return DotNetException.argument(
                "'" + name
                        + "' is not a supported encoding name. For information on defining a custom encoding, see the"
                        + " documentation for the Encoding.RegisterProvider method.",
                "name");
    }

    /** The encoding of a name, in any case; the names that IANA and .NET know. */
    static TextEncoding of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8",
                    "utf8",
                    "unicode-1-1-utf-8",
                    "unicode-2-0-utf-8",
                    "x-unicode-1-1-utf-8",
                    "x-unicode-2-0-utf-8" -> UTF8;
            case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2" -> UTF16;
            case "utf-16be", "unicodefffe" -> UTF16_BIG;
            case "utf-32", "utf-32le" -> UTF32;
            case "utf-32be" -> UTF32_BIG;
            case "us-ascii",
                    "ascii",
                    "us",
                    "ansi_x3.4-1968",
                    "ansi_x3.4-1986",
                    "cp367",
                    "csascii",
                    "ibm367",
                    "iso-ir-6",
                    "iso646-us",
                    "iso_646.irv:1991" -> ASCII;
            case "iso-8859-1",
                    "latin1",
                    "l1",
                    "iso_8859-1",
                    "iso8859-1",
                    "cp819",
                    "ibm819",
                    "csisolatin1",
                    "iso-ir-100",
                    "iso_8859-1:1987" -> LATIN1;
            default -> throw unknown(name);
        };
    }

    /** The encoding of a code page; 0 is UTF-8. */
    static TextEncoding of(int codePage) {
        if (codePage < 0 || codePage > 0xFFFF) {
            throw DotNetException.outOfRange("Valid values are between 0 and 65535, inclusive.", "codepage");
        }
        return codePage == 0
                ? UTF8
                : ALL.stream()
                        .filter(encoding -> encoding.codePage == codePage)
                        .findFirst()
                        .orElseThrow(() -> DotNetException.of(
                                "System.NotSupportedException",
                                "No data is available for encoding " + codePage
                                        + ". For information on defining a custom encoding,"
                                        + " see the documentation for the Encoding.RegisterProvider method.",
                                null));
    }

    int codePage() {
        return codePage;
    }

    String webName() {
        return webName;
    }

    String encodingName() {
        return name;
    }

    byte[] preamble() {
        return preamble.clone();
    }

    boolean isSingleByte() {
        return this == ASCII || this == LATIN1;
    }

    /** The bytes of a text. */
    byte[] bytes(String text) {
        if (isSingleByte()) {
            return single(text);
        }
        if (!hasSurrogates(text)) {
            return text.getBytes(charset);
        }
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints().forEach(c -> valid.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return valid.toString().getBytes(charset);
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** One byte a character; the fallback gives one {@code ?} for a pair of surrogates. */
    private byte[] single(String text) {
        int limit = this == ASCII ? 0x80 : 0x100;
        int[] points = text.codePoints().toArray();
        byte[] bytes = new byte[points.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (points[i] < limit ? points[i] : this == LATIN1 ? bestFit(points[i]) : '?');
        }
        return bytes;
    }

    /** Latin-1 writes full-width forms of ASCII as ASCII. */
    private static int bestFit(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : '?';
    }

    /** The text of bytes. */
    String text(byte[] bytes, int start, int count) {
        if (this == ASCII || this == LATIN1) {
            StringBuilder text = new StringBuilder(count);
            for (int i = start; i < start + count; i++) {
                char c = (char) (bytes[i] & 0xFF);
                text.append(this == ASCII && c >= 0x80 ? '?' : c);
            }
            return text.toString();
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFD");
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes, start, count));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces has refused", e);
        }
    }

    int maxBytes(int characters) {
        long count = characters + 1L;
        return (int) Math.min(
                Integer.MAX_VALUE,
                isSingleByte() ? count : this == UTF8 ? count * 3 : width() == 2 ? count * 2 : count * 4);
    }

    int maxCharacters(int bytes) {
        if (isSingleByte()) {
            return bytes;
        }
        return this == UTF8 ? bytes + 1 : width() == 2 ? (bytes >> 1) + (bytes & 1) + 1 : bytes / 2 + 2;
    }

    private int width() {
        return this == UTF16 || this == UTF16_BIG ? 2 : this == UTF32 || this == UTF32_BIG ? 4 : 1;
    }

    @Override
    public String toString() {
        return switch (codePage) {
            case 65001 -> "System.Text.UTF8Encoding+UTF8EncodingSealed";
            case 1200, 1201 -> "System.Text.UnicodeEncoding";
            case 12000, 12001 -> "System.Text.UTF32Encoding";
            case 20127 -> "System.Text.ASCIIEncoding+ASCIIEncodingSealed";
            default -> "System.Text.Latin1Encoding+Latin1EncodingSealed";
        };
    }
}
