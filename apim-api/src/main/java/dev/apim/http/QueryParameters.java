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
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
