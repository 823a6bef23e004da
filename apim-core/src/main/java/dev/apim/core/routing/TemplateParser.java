package dev.apim.core.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one URL template. */
final class TemplateParser {
    private final String text;
    private final List<TemplateSegment> segments = new ArrayList<>();
    private final List<QueryPattern> query = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean wildcard;
    private @Nullable String wildcardName;

    TemplateParser(String text) {
        this.text = text;
    }

    UrlTemplate parse() {
        int mark = questionMark();
        int end = mark < 0 ? text.length() : mark;
        for (int start = text.startsWith("/") ? 1 : 0; start < end; ) {
            int slash = text.indexOf('/', start);
            int segmentEnd = slash < 0 || slash > end ? end : slash;
            segment(start, segmentEnd, segmentEnd == end || segmentEnd + 1 == end);
            start = segmentEnd + 1;
        }
        if (mark >= 0) {
            query(mark + 1);
        }
        return new UrlTemplate(text, segments, wildcard, wildcardName, query, List.copyOf(names));
    }

    /** The first question mark outside braces. */
    private int questionMark() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '?' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private void segment(int start, int end, boolean last) {
        String segment = text.substring(start, end);
        if (segment.isEmpty()) {
            throw error(start, "an empty segment", "one slash between segments");
        }
        if (segment.equals("*") || segment.startsWith("{*")) {
            wildcard(segment, start, last);
        } else if (segment.indexOf('*') >= 0) {
            throw error(start + segment.indexOf('*'), "* within a segment", "/* or /{*name} at the end of the path");
        } else {
            segments.add(pieces(start, end));
        }
    }

    private void wildcard(String segment, int start, boolean last) {
        if (!last) {
            throw error(start, "a wildcard before the end", "/* or /{*name} at the end of the path");
        }
        wildcard = true;
        if (segment.length() > 1) {
            if (!segment.endsWith("}") || segment.indexOf('}') < segment.length() - 1) {
                throw error(start, "a wildcard that is a part of a segment", "/{*name} as a whole segment");
            }
            wildcardName = name(start + 2, start + segment.length() - 1);
        }
    }

    private TemplateSegment pieces(int start, int end) {
        List<String> literals = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        int at = start;
        while (at <= end) {
            int brace = text.indexOf('{', at);
            int literalEnd = brace < 0 || brace >= end ? end : brace;
            literals.add(literal(at, literalEnd));
            if (literalEnd == end) {
                break;
            }
            if (at == literalEnd && !variables.isEmpty()) {
                throw error(at, "two parameters side by side", "text between them");
            }
            int close = closing(brace, end);
            variables.add(name(brace + 1, close));
            at = close + 1;
        }
        if (variables.isEmpty()) {
            return new TemplateSegment.Literal(literals.get(0));
        }
        boolean whole = variables.size() == 1 && literals.stream().allMatch(String::isEmpty);
        return whole
                ? new TemplateSegment.Variable(variables.get(0))
                : new TemplateSegment.Compound(literals, variables);
    }

    private void query(int start) {
        for (int at = start; at < text.length(); ) {
            int ampersand = text.indexOf('&', at);
            int end = ampersand < 0 ? text.length() : ampersand;
            int equals = text.indexOf('=', at);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (nameEnd == at) {
                throw error(at, "a query parameter without a name", "?name={parameter} or ?name=text");
            }
            queryParameter(literalText(at, nameEnd), Math.min(nameEnd + 1, end), end);
            at = end + 1;
        }
    }

    private void queryParameter(String name, int start, int end) {
        if (start < end && text.charAt(start) == '{') {
            int close = closing(start, end);
            if (close != end - 1) {
                throw error(
                        close + 1, "text after a query parameter's value", "the value to be one {parameter} or text");
            }
            query.add(new QueryPattern(name, null, name(start + 1, close)));
        } else {
            query.add(new QueryPattern(name, literalText(start, end), null));
        }
    }

    private int closing(int brace, int end) {
        int close = text.indexOf('}', brace);
        if (close < 0 || close >= end) {
            throw error(brace, "{ without }", "{name} within one segment");
        }
        return close;
    }

    private String name(int start, int end) {
        String name = text.substring(start, end);
        if (name.isEmpty()) {
            throw error(start, "a parameter without a name", "{name}");
        }
        for (int i = start; i < end; i++) {
            if ("{}/*?&=,+#".indexOf(text.charAt(i)) >= 0) {
                throw error(i, "'" + text.charAt(i) + "' in a parameter's name", "{name} of letters, digits, - . _ $");
            }
        }
        if (!names.add(name)) {
            throw error(start, "the parameter " + name + " a second time", "each name once");
        }
        return name;
    }

    private String literal(int start, int end) {
        return CaseFold.fold(literalText(start, end));
    }

    private String literalText(int start, int end) {
        String literal = text.substring(start, end);
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '{' || text.charAt(i) == '}') {
                throw error(i, "a stray brace", "{name}");
            }
        }
        return Escapes.decodeLiteral(literal);
    }

    private IllegalArgumentException error(int index, String found, String expected) {
        return new IllegalArgumentException("URL template '" + text + "', character " + (index + 1) + ": found " + found
                + ", expected " + expected);
    }
}
