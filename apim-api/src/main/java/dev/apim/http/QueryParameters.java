package dev.apim.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string, in order. Names are compared without case. What is not touched keeps the very bytes it came
 * with. Immutable: changes return another instance.
 */
public final class QueryParameters {
    private static final QueryParameters NONE = new QueryParameters(List.of());

    private final List<Parameter> parameters;

    /**
     * One parameter.
     *
     * @param name decoded
     * @param value decoded; empty where there is no {@code =}
     * @param raw as it stands in the query string
     */
    public record Parameter(String name, String value, String raw) {
        /** Encodes a new parameter. */
        public static Parameter of(String name, String value) {
            return new Parameter(name, value, encode(name) + "=" + encode(value));
        }
    }

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Reads a query string without {@code ?}. Invalid percent escapes stay as they are. */
    public static QueryParameters parse(String query) {
        if (query.isEmpty()) {
            return NONE;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String raw : query.split("&", -1)) {
            if (!raw.isEmpty()) {
                int equals = raw.indexOf('=');
                String name = equals < 0 ? raw : raw.substring(0, equals);
                String value = equals < 0 ? "" : raw.substring(equals + 1);
                parameters.add(new Parameter(decode(name), decode(value), raw));
            }
        }
        return new QueryParameters(List.copyOf(parameters));
    }

    /** Whether a parameter of a query string has this name; nothing is decoded that need not be. */
    public static boolean contains(String query, String name) {
        for (int at = 0; at < query.length(); at = end(query, at) + 1) {
            if (isNamed(query, at, end(query, at), name)) {
                return true;
            }
        }
        return false;
    }

    /** A query string without the parameters of this name, every other byte as it was. */
    public static String without(String query, String name) {
        if (!contains(query, name)) {
            return query;
        }
        StringBuilder kept = new StringBuilder(query.length());
        for (int at = 0; at < query.length(); at = end(query, at) + 1) {
            int end = end(query, at);
            if (end > at && !isNamed(query, at, end, name)) {
                kept.append(kept.isEmpty() ? "" : "&").append(query, at, end);
            }
        }
        return kept.toString();
    }

    /** A query string with one more parameter at its end, which is encoded. */
    public static String with(String query, String name, String value) {
        String start = query.isEmpty() || query.endsWith("&") ? query : query + "&";
        return start + encode(name) + "=" + encode(value);
    }

    private static int end(String query, int start) {
        int end = query.indexOf('&', start);
        return end < 0 ? query.length() : end;
    }

    private static boolean isNamed(String query, int start, int end, String name) {
        int stop = start;
        boolean encoded = false;
        for (; stop < end && query.charAt(stop) != '='; stop++) {
            encoded |= query.charAt(stop) == '%' || query.charAt(stop) == '+';
        }
        return end > start
                && (encoded
                        ? decode(query.substring(start, stop)).equalsIgnoreCase(name)
                        : stop - start == name.length() && query.regionMatches(true, start, name, 0, name.length()));
    }

    /** All parameters in order. */
    public List<Parameter> list() {
        return parameters;
    }

    /** The first value of this name. */
    public @Nullable String get(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return parameter.value();
            }
        }
        return null;
    }

    /** All values of this name in order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .toList();
    }

    /** Whether a parameter has this name. */
    public boolean contains(String name) {
        return get(name) != null;
    }

    /** The same without the parameters of this name. */
    public QueryParameters without(String name) {
        return new QueryParameters(parameters.stream()
                .filter(p -> !p.name().equalsIgnoreCase(name))
                .toList());
    }

    /** The same with one more parameter at the end. */
    public QueryParameters with(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(Parameter.of(name, value));
        return new QueryParameters(List.copyOf(more));
    }

    /** The query string without {@code ?}. */
    @Override
    public String toString() {
        return String.join("&", parameters.stream().map(Parameter::raw).toList());
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalidEscape) {
            return text;
        }
    }

    private static String encode(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || c == '-'
                    || c == '_'
                    || c == '.';
        }
        return plain ? text : escaped(text);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
