package dev.apim.graphql.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statement with its parameters in the notation of Transact-SQL ({@code @name}) as JDBC takes it: each is a question mark, bound and
 * never written into the text. What stands in a string, a quoted name or a comment is no parameter, nor is a variable of the statement's
 * own.
 *
 * @param text with question marks
 * @param parameters the name behind each mark, without the at sign
 */
record SqlText(String text, List<String> parameters) {
    /** The whole text as one batch. */
    static SqlText of(String statement, Collection<String> names) {
        List<SqlText> parts = new Scan(statement, names, false).parts();
        return parts.isEmpty() ? new SqlText("", List.of()) : parts.get(0);
    }

    /** Its statements one by one, cut at semicolons, for databases that take no batches. */
    static List<SqlText> split(String statement, Collection<String> names) {
        return new Scan(statement, names, true).parts();
    }

    private static final class Scan {
        private final String source;
        private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final boolean splits;
        private final List<SqlText> parts = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private List<String> parameters = new ArrayList<>();
        private int at;

        Scan(String source, Collection<String> names, boolean splits) {
            this.source = source;
            this.splits = splits;
            names.forEach(name -> this.names.put(name, name));
        }

        List<SqlText> parts() {
            while (at < source.length()) {
                step();
            }
            end();
            return parts;
        }

        private void step() {
            char c = source.charAt(at);
            if (c == '\'' || c == '"') {
                through(String.valueOf(c), 1);
            } else if (c == '[') {
                through("]", 1);
            } else if (source.startsWith("--", at)) {
                through("\n", 2);
            } else if (source.startsWith("/*", at)) {
                through("*/", 2);
            } else if (c == '@') {
                parameter();
            } else if (c == ';' && splits) {
                end();
                at++;
            } else {
                text.append(c);
                at++;
            }
        }

        /** Takes everything up to and with the end of what begins here; a doubled quote begins it anew. */
        private void through(String end, int from) {
            int found = source.indexOf(end, at + from);
            int to = found < 0 ? source.length() : found + end.length();
            text.append(source, at, to);
            at = to;
        }

        private void parameter() {
            int end = at;
            while (end < source.length() && source.charAt(end) == '@') {
                end++;
            }
            boolean global = end - at > 1;
            int start = end;
            while (end < source.length() && isNamePart(source.charAt(end))) {
                end++;
            }
            String known = global ? null : names.get(source.substring(start, end));
            if (known == null) {
                text.append(source, at, end);
            } else {
                text.append('?');
                parameters.add(known);
            }
            at = end;
        }

        private static boolean isNamePart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
        }

        private void end() {
            if (!text.toString().isBlank()) {
                parts.add(new SqlText(text.toString().strip(), List.copyOf(parameters)));
            }
            text = new StringBuilder();
            parameters = new ArrayList<>();
        }
    }
}
