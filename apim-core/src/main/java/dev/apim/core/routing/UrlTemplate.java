package dev.apim.core.routing;

import dev.apim.http.QueryParameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The path, and the query parameters, that an operation answers (Azure: {@code urlTemplate}): {@code /orders/{id}},
 * {@code /file-{id}.json}, {@code /files/*}, {@code /files/{*path}}, {@code /orders?status={s}&expand=items}. Immutable.
 *
 * <p>A parameter takes one segment or a part of one, never nothing; a wildcard stands last and takes the rest, which may be nothing.
 * Literals are compared without case, and a trailing slash makes no difference. The parameters of the query must be there, in any
 * order; others may be there too.
 */
public final class UrlTemplate {
    private final String text;
    private final List<TemplateSegment> segments;
    private final boolean wildcard;
    private final @Nullable String wildcardName;
    private final List<QueryPattern> query;
    private final List<String> parameters;
    private final @Nullable String onlyParameter;

    UrlTemplate(
            String text,
            List<TemplateSegment> segments,
            boolean wildcard,
            @Nullable String wildcardName,
            List<QueryPattern> query,
            List<String> parameters) {
        this.text = text;
        this.segments = List.copyOf(segments);
        this.wildcard = wildcard;
        this.wildcardName = wildcardName;
        this.query = List.copyOf(query);
        this.parameters = List.copyOf(parameters);
        this.onlyParameter = onlyParameter(segments, parameters);
    }

    /**
     * Reads a template; a missing leading slash is supplied.
     *
     * @throws IllegalArgumentException when it is malformed; the message says at which character, and what would be right
     */
    public static UrlTemplate parse(String text) {
        return new TemplateParser(text).parse();
    }

    /** The parameters' names, in the order of the text. */
    public List<String> parameters() {
        return parameters;
    }

    /**
     * What the template matches, without the names of its parameters: two operations of one API with the same method and shape could
     * not be told apart.
     */
    public String shape() {
        String path = segments.stream().map(s -> "/" + s.shape()).collect(Collectors.joining());
        String rest = wildcard ? "/*" : path.isEmpty() ? "/" : "";
        String constraints = query.stream().map(QueryPattern::shape).sorted().collect(Collectors.joining("&"));
        return path + rest + (constraints.isEmpty() ? "" : "?" + constraints);
    }

    List<TemplateSegment> segments() {
        return segments;
    }

    boolean endsInWildcard() {
        return wildcard;
    }

    List<QueryPattern> query() {
        return query;
    }

    boolean matchesQuery(CanonicalPath path) {
        if (query.isEmpty()) {
            return true;
        }
        QueryParameters present = path.parameters();
        for (QueryPattern pattern : query) {
            if (!pattern.matches(present)) {
                return false;
            }
        }
        return true;
    }

    /** The parameters' values in a path that matches from segment {@code first} on. */
    Map<String, String> capture(CanonicalPath path, int first) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        if (onlyParameter != null) {
            return Map.of(onlyParameter, path.segment(first + segments.size() - 1));
        }
        Map<String, String> values = new LinkedHashMap<>(parameters.size() * 2);
        for (int i = 0; i < segments.size(); i++) {
            int at = first + i;
            segments.get(i).capture(path.text(at), path.from(at), path.to(at), values);
        }
        if (wildcardName != null) {
            values.put(wildcardName, rest(path, first + segments.size()));
        }
        for (QueryPattern pattern : query) {
            String value = pattern.variable() == null ? null : path.parameters().get(pattern.name());
            if (pattern.variable() != null && value != null) {
                values.put(pattern.variable(), value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** The last segment's parameter where it is the only one, by far the most frequent template that has any. */
    private static @Nullable String onlyParameter(List<TemplateSegment> segments, List<String> parameters) {
        boolean only = parameters.size() == 1
                && !segments.isEmpty()
                && segments.get(segments.size() - 1) instanceof TemplateSegment.Variable;
        return only ? parameters.get(0) : null;
    }

    private static String rest(CanonicalPath path, int from) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < path.segments(); i++) {
            rest.append(i == from ? "" : "/").append(path.segment(i));
        }
        return rest.append(path.endsInSlash() && !rest.isEmpty() ? "/" : "").toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UrlTemplate that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The template as written. */
    @Override
    public String toString() {
        return text;
    }
}
