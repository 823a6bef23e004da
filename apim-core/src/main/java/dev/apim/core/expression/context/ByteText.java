package dev.apim.core.expression.context;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes that tell their encoding themselves. */
final class ByteText {
    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*");

    private ByteText() {}

    /** The text by its byte order mark, else by {@code otherwise}; the mark is dropped. */
    static String decoded(byte[] bytes, Charset otherwise) {
        Charset marked = marked(bytes);
        String text = new String(bytes, marked == null ? otherwise : marked);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The encoding that an XML declaration names; {@code null} without one, or where it cannot be true of these bytes. */
    static @Nullable Charset declared(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        Matcher found = ENCODING.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!found.lookingAt()) {
            return null;
        }
        try {
            Charset named = Charset.forName(found.group(1));
            // It was read as ASCII, so it says UTF-16 or the like of a text that somebody decoded on the way.
            boolean wide = named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32");
            return wide ? null : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
