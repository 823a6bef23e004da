package dev.apim.core.policies.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path and query with {@code {name}} in it, as in {@code rewrite-uri}. Immutable.
 *
 * @param path its parts before the {@code ?}
 * @param query its parts after it
 */
record UriTemplate(List<Part> path, List<Part> query) {
    /** Braces around anything else, such as a JSON filter's, are text. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*?([\\w.-]+)}");

    private static final String UNRESERVED = "-._~";
    private static final String PATH_MARKS = UNRESERVED + "!$&'()*+,;=:@/";
    private static final String QUERY_MARKS = PATH_MARKS + "?";

    /**
     * A literal or a placeholder.
     *
     * @param text of the literal, ready for the wire, or the placeholder's name
     * @param placeholder whether it is one
     */
    record Part(String text, boolean placeholder) {}

    /** Reads one; a missing slash at its start is added, and what may not stand in a URL is percent-encoded. */
    static UriTemplate parse(String text) {
        String rooted = text.startsWith("/") ? text : "/" + text;
        int mark = rooted.indexOf('?');
        return new UriTemplate(
                parts(mark < 0 ? rooted : rooted.substring(0, mark), PATH_MARKS),
                parts(mark < 0 ? "" : rooted.substring(mark + 1), QUERY_MARKS));
    }

    /** The names in its query part, such as those an operation's template takes. */
    static List<String> queryNames(String urlTemplate) {
        int mark = urlTemplate.indexOf('?');
        List<String> names = new ArrayList<>();
        for (String pair :
                mark < 0 ? new String[0] : urlTemplate.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            names.add(equals < 0 ? pair : pair.substring(0, equals));
        }
        return names;
    }

    /** The first placeholder that has no value; empty where all have one. */
    String missing(Map<String, String> values) {
        String missing = missing(path, values);
        return missing.isEmpty() ? missing(query, values) : missing;
    }

    private static String missing(List<Part> parts, Map<String, String> values) {
        for (Part part : parts) {
            if (part.placeholder() && !values.containsKey(part.text())) {
                return part.text();
            }
        }
        return "";
    }

    /** The path with values in place; only the value of {@code wildcard} keeps its slashes. */
    String expandPath(Map<String, String> values, String wildcard) {
        StringBuilder out = new StringBuilder();
        for (Part part : path) {
            if (part.placeholder()) {
                String kept = part.text().equals(wildcard) ? UNRESERVED + "/" : UNRESERVED;
                out.append(encode(values.getOrDefault(part.text(), ""), kept, false));
            } else {
                out.append(part.text());
            }
        }
        return out.toString();
    }

    /** The query with values in place. */
    String expandQuery(Map<String, String> values) {
        if (query.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (Part part : query) {
            out.append(
                    part.placeholder() ? encode(values.getOrDefault(part.text(), ""), UNRESERVED, false) : part.text());
        }
        return out.toString();
    }

    private static List<Part> parts(String text, String marks) {
        List<Part> parts = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!found.find(at)) {
                break;
            }
            if (found.start() > at) {
                parts.add(new Part(encode(text.substring(at, found.start()), marks, true), false));
            }
            parts.add(new Part(found.group(1), true));
            at = found.end();
        }
        if (at < text.length()) {
            parts.add(new Part(encode(text.substring(at), marks, true), false));
        }
        return List.copyOf(parts);
    }

    /** Percent-encodes all but letters, digits and {@code kept}; {@code escapes} that are there already may stay. */
    private static String encode(String text, String kept, boolean escapes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !Character.isLetterOrDigit(c) && kept.indexOf(c) < 0) {
                return encoded(text, kept, escapes);
            }
        }
        return text;
    }

    private static String encoded(String text, String kept, boolean escapes) {
        StringBuilder out = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xFF;
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            if (plain || escapes && isEscape(bytes, i)) {
                out.append((char) c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%'
                && at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
