package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code WebUtility}: texts for HTML and for URLs. */
final class WebText {
    private static final String SAFE_IN_URL = "-_.!*()";
    private static final String HEX = "0123456789ABCDEF";

    private WebText() {}

    static void define(TypeBuilder type) {
        type.methodWith("static string HtmlEncode(string value)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null ? null : html(call.evaluation(), text);
                })
                .methodWith("static void HtmlEncode(string value, TextWriter output)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null ? null : write(call.evaluation(), a[1], html(call.evaluation(), text));
                })
                .methodWith("static string HtmlDecode(string value)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null ? null : call.evaluation().made(HtmlEntities.decode(text));
                })
                .methodWith("static void HtmlDecode(string value, TextWriter output)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null ? null : write(call.evaluation(), a[1], HtmlEntities.decode(text));
                })
                .methodWith("static string UrlEncode(string value)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null
                            ? null
                            : ascii(urlEncode(call.evaluation(), text.getBytes(StandardCharsets.UTF_8)));
                })
                .methodWith("static string UrlDecode(string encodedValue)", (call, a) -> {
                    String text = (String) a[0];
                    return text == null ? null : call.evaluation().made(urlDecode(text));
                })
                .methodWith("static byte[] UrlEncodeToBytes(byte[] value, int offset, int count)", (call, a) -> {
                    byte[] part = part(a);
                    return part == null ? null : urlEncode(call.evaluation(), part);
                })
                .methodWith("static byte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count)", (call, a) -> {
                    byte[] part = part(a);
                    return part == null ? null : urlDecode(part);
                });
    }

    private static @Nullable Object write(Evaluation evaluation, @Nullable Object writer, String text) {
        if (writer == null) {
            throw DotNetException.argumentNull("output");
        }
        ((dev.apim.core.expression.csharp.text.TextSink) writer).write(evaluation, text);
        return null;
    }

    private static String html(Evaluation evaluation, String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> encoded.append("&lt;");
                case '>' -> encoded.append("&gt;");
                case '"' -> encoded.append("&quot;");
                case '\'' -> encoded.append("&#39;");
                case '&' -> encoded.append("&amp;");
                default -> i += other(text, i, encoded);
            }
        }
        return Objects.requireNonNull(evaluation.made(encoded.toString()));
    }

    /** Latin-1 beyond ASCII and whole surrogate pairs are written as numbers, a single surrogate as U+FFFD. */
    private static int other(String text, int at, StringBuilder encoded) {
        char c = text.charAt(at);
        if (c >= 160 && c < 256) {
            encoded.append("&#").append((int) c).append(';');
        } else if (!Character.isSurrogate(c)) {
            encoded.append(c);
        } else if (at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1))) {
            encoded.append("&#").append(text.codePointAt(at)).append(';');
            return 1;
        } else {
            encoded.append('\uFFFD');
        }
        return 0;
    }

    private static byte @Nullable [] part(@Nullable Object[] a) {
        byte[] bytes = (byte[]) a[0];
        int offset = (Integer) a[1];
        int count = (Integer) a[2];
        if (bytes == null && count == 0) {
            return null;
        }
        if (bytes == null) {
            throw DotNetException.argumentNull("bytes");
        }
        if (offset < 0 || offset > bytes.length) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "offset");
        }
        if (count < 0 || offset + (long) count > bytes.length) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "count");
        }
        return java.util.Arrays.copyOfRange(bytes, offset, offset + count);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] urlEncode(Evaluation evaluation, byte[] bytes) {
        evaluation.make(3L * bytes.length);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            char c = (char) (b & 0xFF);
            if (c == ' ') {
                encoded.append('+');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || SAFE_IN_URL.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String urlDecode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        java.io.ByteArrayOutputStream run = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int b = c == '%' ? hex(text, i) : -1;
            if (b >= 0) {
                run.write(b);
                i += 2;
            } else {
                flush(run, decoded);
                decoded.append(c == '+' ? ' ' : c);
            }
        }
        flush(run, decoded);
        return decoded.toString();
    }

    private static void flush(java.io.ByteArrayOutputStream run, StringBuilder decoded) {
        if (run.size() > 0) {
            decoded.append(run.toString(StandardCharsets.UTF_8));
            run.reset();
        }
    }

    private static byte[] urlDecode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        java.io.ByteArrayOutputStream decoded = new java.io.ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int b = c == '%' ? hex(text, i) : -1;
            decoded.write(b >= 0 ? b : c == '+' ? ' ' : c);
            i += b >= 0 ? 2 : 0;
        }
        return decoded.toByteArray();
    }

    /** The byte of {@code %xx}, -1 where there is none. */
    static int hex(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at + 1));
        int low = digit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
