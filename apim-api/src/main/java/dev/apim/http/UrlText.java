package dev.apim.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Addresses as people write them and programs put them together, such as an OData filter with spaces in it: what may not stand in a
 * path or query is percent-encoded, as .NET's {@code Uri} does it. What divides an address into its parts is never encoded, nor is an
 * escape encoded again; control characters stay, so that whoever reads the address refuses them.
 */
final class UrlText {
    private static final String NEVER = " \"<>^`{|}";
    private static final String NOT_IN_A_PATH = NEVER + "[]";

    private static final String PLAIN = "/:.-_~?=&+,;@!$'()*";

    private UrlText() {}

    static String encoded(String text) {
        return isPlain(text) ? text : mended(text);
    }

    /** Whether nothing can need a change: most addresses are of letters, digits and a few marks. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || PLAIN.indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String mended(String text) {
        int scheme = text.indexOf("://");
        int rest = scheme < 0 ? -1 : endOfAuthority(text, scheme + 3);
        if (rest < 0 || rest == text.length()) {
            return text;
        }
        int fragment = text.indexOf('#', rest);
        String target = fragment < 0 ? text.substring(rest) : text.substring(rest, fragment);
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return text.substring(0, rest)
                + encoded(path.replace('\\', '/'), NOT_IN_A_PATH)
                + (query < 0 ? "" : encoded(target.substring(query).replace("\\", "%5C"), NEVER));
    }

    /** A backslash ends it too, as it does for browsers: nobody is led to take another host for ours. */
    private static int endOfAuthority(String text, int from) {
        int at = from;
        while (at < text.length() && "/?#\\".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String encoded(String part, String never) {
        StringBuilder encoded = new StringBuilder(part.length() + 16);
        for (int i = 0; i < part.length(); ) {
            int c = part.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c > 0x7F || never.indexOf(c) >= 0 || c == '%' && !isEscape(part, i)) {
                for (byte b : part.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            } else {
                encoded.appendCodePoint(c);
            }
            i = next;
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
