package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.json.PathFilter.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSONPath as Json.NET understands it, and follows it. */
final class JsonPath {
    private final PathText text;
    private final PathQueryReader queries;

    private JsonPath(String expression) {
        text = new PathText(expression);
        queries = new PathQueryReader(text, this);
    }

    static List<PathFilter> parse(String expression) {
        return new JsonPath(expression).main();
    }

    /** The tokens that a path leads to. */
    static List<JToken> walk(List<PathFilter> path, JToken from, Selection selection) {
        List<JToken> current = List.of(from);
        for (PathFilter filter : path) {
            List<JToken> next = new ArrayList<>();
            for (JToken token : current) {
                filter.from(token, selection, found -> {
                    selection.evaluation().step();
                    next.add(found);
                });
            }
            current = next;
        }
        return current;
    }

    private List<PathFilter> main() {
        List<PathFilter> filters = new ArrayList<>();
        int start = text.at;
        text.spaces();
        if (text.atEnd()) {
            return filters;
        }
        if (text.here() == '$') {
            if (text.length() == 1) {
                return filters;
            }
            char next = text.has(1) ? text.ahead(1) : ' ';
            if (next == '.' || next == '[') {
                text.at++;
                start = text.at;
            }
        }
        if (!path(filters, start, false)) {
            int last = text.at;
            text.spaces();
            if (!text.atEnd()) {
                throw JsonErrors.json("Unexpected character while parsing path: " + text.charAt(last));
            }
        }
        return filters;
    }

    /** Reads steps, and tells whether the text ends behind them. */
    boolean path(List<PathFilter> filters, int from, boolean query) {
        int start = from;
        boolean scan = false;
        boolean afterIndexer = false;
        boolean afterDot = false;
        while (!text.atEnd() && !ends(text.here(), query)) {
            char c = text.here();
            if (c == '[' || c == '(') {
                scan = ended(filters, start, scan);
                filters.add(indexer(c == '[' ? ']' : ')', scan));
                scan = false;
                text.at++;
                start = text.at;
                afterIndexer = true;
                afterDot = false;
            } else if (c == '.') {
                scan = ended(filters, start, scan);
                if (text.has(1) && text.ahead(1) == '.') {
                    scan = true;
                    text.at++;
                }
                text.at++;
                start = text.at;
                afterIndexer = false;
                afterDot = true;
            } else if (afterIndexer) {
                throw JsonErrors.json("Unexpected character following indexer: " + c);
            } else {
                text.at++;
            }
        }
        boolean atEnd = text.atEnd();
        if (text.at > start) {
            filters.add(member(start, scan));
        } else if (afterDot && (atEnd || query)) {
            throw JsonErrors.json("Unexpected end while parsing path.");
        }
        return atEnd;
    }

    /** The member that has been read, if one has, is a step; a scan ends with it. */
    private boolean ended(List<PathFilter> filters, int start, boolean scan) {
        if (text.at > start) {
            filters.add(member(start, scan));
            return false;
        }
        return scan;
    }

    private static boolean ends(char c, boolean query) {
        return c == ']' || c == ')' || c == ' ' || (query && "=<!>|&".indexOf(c) >= 0);
    }

    private PathFilter member(int start, boolean scan) {
        String name = text.part(start).stripTrailing();
        @Nullable String field = name.equals("*") ? null : name;
        if (!scan) {
            return new PathFilter.Field(field);
        }
        return new PathFilter.Scan(field == null ? null : List.of(field));
    }

    private PathFilter indexer(char close, boolean scan) {
        text.at++;
        text.require(PathText.OPEN_INDEXER);
        text.spaces();
        text.require(PathText.OPEN_INDEXER);
        return switch (text.here()) {
            case '\'' -> quoted(close, scan);
            case '?' -> new PathFilter.Query(queries.query(close), scan);
            default -> indexes(close);
        };
    }

    private PathFilter quoted(char close, boolean scan) {
        List<String> names = new ArrayList<>();
        while (!text.atEnd()) {
            names.add(text.quoted());
            text.spaces();
            text.require(PathText.OPEN_INDEXER);
            if (text.here() == close) {
                if (scan) {
                    return new PathFilter.Scan(List.copyOf(names));
                }
                return names.size() == 1 ? new PathFilter.Field(names.get(0)) : new PathFilter.Fields(names);
            }
            if (text.here() != ',') {
                throw text.unexpectedInIndexer(text.here());
            }
            text.at++;
            text.spaces();
        }
        throw JsonErrors.json(PathText.OPEN_INDEXER);
    }

    private PathFilter indexes(char close) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        char separator = 0;
        while (!text.atEnd()) {
            int start = text.at;
            while (!text.atEnd() && (Character.isDigit(text.here()) || text.here() == '-')) {
                text.at++;
            }
            String digits = text.part(start);
            text.spaces();
            if (text.atEnd()) {
                break;
            }
            char c = text.here();
            if (c == '*' && digits.isEmpty() && separator == 0) {
                return every(close);
            }
            boolean ends = c == close;
            if (!ends && c != ',' && c != ':') {
                throw text.unexpectedInIndexer(c);
            }
            boolean slice = c == ':' || separator == ':';
            if (digits.isEmpty() && !slice) {
                throw JsonErrors.json("Array index expected.");
            }
            numbers.add(
                    digits.isEmpty()
                            ? null
                            : (Integer) Scalars.whole(digits, Whole.INT32).intValue());
            if (ends) {
                return indexed(numbers, separator);
            }
            separator = separator == 0 ? c : separator;
            text.at++;
            text.spaces();
        }
        throw JsonErrors.json(PathText.OPEN_INDEXER);
    }

    private PathFilter every(char close) {
        text.at++;
        text.require(PathText.OPEN_INDEXER);
        text.spaces();
        text.require(PathText.OPEN_INDEXER);
        if (text.here() != close) {
            throw text.unexpectedInIndexer('*');
        }
        return new PathFilter.Index(null);
    }

    @SuppressWarnings("NullAway") // only slices have missing numbers
    private static PathFilter indexed(List<@Nullable Integer> numbers, char separator) {
        if (separator == ':') {
            return new PathFilter.Slice(
                    numbers.get(0), numbers.get(1), numbers.size() > 2 ? numbers.get(numbers.size() - 1) : null);
        }
        return separator == ',' ? new PathFilter.Indexes(List.copyOf(numbers)) : new PathFilter.Index(numbers.get(0));
    }
}
