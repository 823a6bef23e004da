package dev.apim.core.policies.message;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Text as a part of a URL's path (RFC 3986 §3.3). */
public final class PathText {
    private static final String PLAIN = "-._~";
    private static final String UNSAFE = " \"<>\\^`{|}";
    private static final String HEX = "0123456789ABCDEF";

    private PathText() {}

    /** A text as one segment: a slash in it does not divide, and it is never {@code .} or {@code ..}. */
    public static String segment(String text) {
        return text.equals(".") || text.equals("..") ? text.replace(".", "%2E") : encoded(text);
    }

    /** Segments with slashes between them; none of them is {@code .} or {@code ..}. */
    public static String segments(String text) {
        StringJoiner path = new StringJoiner("/");
        for (String part : text.split("/", -1)) {
            path.add(segment(part));
        }
        return path.toString();
    }

    /**
     * A whole URL whose author wrote blanks, quotes, braces or letters beyond ASCII as they are: .NET's {@code Uri} encodes them, so
     * that Azure takes such a URL. Everything else stays as it is; control characters do too, which no URL may hold.
     */
    public static String url(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > 0x7F || c >= ' ' && UNSAFE.indexOf(c) >= 0) {
                result.append(encoded(Character.toString(c)));
            } else {
                result.append((char) c);
            }
        });
        return result.toString();
    }

    private static String encoded(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
            if (plain) {
                result.append(c);
            } else {
                result.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return result.toString();
    }
}
