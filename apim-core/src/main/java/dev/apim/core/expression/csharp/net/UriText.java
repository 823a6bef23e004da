package dev.apim.core.expression.csharp.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding as {@code Uri} does it. */
final class UriText {
    private static final String UNRESERVED = "-_.~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private UriText() {}

    /** Everything but unreserved characters is encoded: {@code EscapeDataString}. */
    static String escapeData(String text) {
        return escape(text, UNRESERVED);
    }

    /** Reserved characters stay too, a percent sign does not: {@code EscapeUriString}. */
    static String escapeUri(String text) {
        return escape(text, UNRESERVED + RESERVED);
    }

    /** What may not stand in a URI is encoded, percent signs that begin an encoded byte are kept. */
    static String canonical(String text) {
        StringBuilder canonical = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            canonical.append(escapeUri(text.substring(at, end)));
            if (percent >= 0) {
                canonical.append(WebText.hex(text, percent) < 0 ? "%25" : "%");
            }
            at = end + 1;
        }
        return canonical.toString();
    }

    private static String escape(String text, String kept) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            if (plain) {
                escaped.append((char) c);
                return;
            }
            int valid = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
            for (byte b : Character.toString(valid).getBytes(StandardCharsets.UTF_8)) {
                escaped.append(hex(b));
            }
        });
        return escaped.toString();
    }

    static String hex(int b) {
        return "%" + HEX.charAt(b >> 4 & 15) + HEX.charAt(b & 15);
    }

    /** All that is encoded and well-formed UTF-8 is decoded. */
    static String unescape(String text) {
        return unescape(text, "");
    }

    /** As {@code Uri.ToString()} shows it: characters with a meaning in URIs stay encoded. */
    static String shown(String text) {
        return unescape(text, RESERVED + "%\\");
    }

    private static String unescape(String text, String kept) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int first = text.charAt(at) == '%' ? WebText.hex(text, at) : -1;
            String decoded = first < 0 ? null : decoded(text, at, length(first));
            boolean keep = decoded == null
                    || (!kept.isEmpty() && (kept.contains(decoded) || Character.isISOControl(decoded.charAt(0))));
            if (keep) {
                plain.append(text.charAt(at++));
            } else {
                plain.append(decoded);
                at += 3 * length(first);
            }
        }
        return plain.toString();
    }

    private static int length(int first) {
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static @Nullable String decoded(String text, int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int place = at + 3 * i;
            int b = place < text.length() && text.charAt(place) == '%' ? WebText.hex(text, place) : -1;
            if (b < 0) {
                return null;
            }
            bytes[i] = (byte) b;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
