package dev.apim.validation;

/** The words and marks of an OData expression, one after the other (OData 4.01 ABNF, {@code commonExpr}). */
final class ODataTokens {
    private static final String MARKS = "(),/=:;*";

    private final String text;
    private int start;
    private int end;
    private boolean spaced;

    ODataTokens(String text) throws ODataSyntax {
        this.text = text;
        next();
    }

    /** The token as written; empty at the end. */
    String word() {
        return text.substring(start, end);
    }

    /** Where it begins, from 0. */
    int position() {
        return start;
    }

    /** Whether white space stands before it. */
    boolean isSpaced() {
        return spaced;
    }

    boolean isAtEnd() {
        return start == text.length();
    }

    boolean is(String expected) {
        return end - start == expected.length() && text.startsWith(expected, start);
    }

    boolean isMark() {
        return !isAtEnd() && MARKS.indexOf(text.charAt(start)) >= 0;
    }

    boolean isString() {
        return !isAtEnd() && text.charAt(end - 1) == '\'';
    }

    /** Passes the token if it is this one. */
    boolean accept(String expected) throws ODataSyntax {
        boolean found = is(expected);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String expected) throws ODataSyntax {
        if (!accept(expected)) {
            throw ODataSyntax.expected("'" + expected + "'", this);
        }
    }

    void next() throws ODataSyntax {
        int from = end;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        spaced = end > from;
        start = end;
        if (isAtEnd()) {
            return;
        }
        char first = text.charAt(start);
        if (MARKS.indexOf(first) >= 0) {
            end++;
        } else if (first == '\'') {
            string();
        } else if (first == '[' || first == '{') {
            json();
        } else {
            boolean number = Character.isDigit(first) || first == '-' || first == '+';
            while (end < text.length() && isPart(text.charAt(end), number)) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '\'') {
                string(); // duration'PT1S', Ns.Color'Red'
            }
            if (end == start) {
                throw ODataSyntax.of("unexpected character at position " + (start + 1));
            }
        }
    }

    /** Dates have colons and signs in them, names have not. */
    private static boolean isPart(char c, boolean number) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '.'
                || c == '@'
                || c == '$'
                || c == '-'
                || number && (c == ':' || c == '+');
    }

    private void string() throws ODataSyntax {
        int at = end + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '\'') {
                at++;
            } else if (text.startsWith("''", at)) {
                at += 2;
            } else {
                end = at + 1;
                return;
            }
        }
        throw ODataSyntax.of("the string that begins at position " + (end + 1) + " has no end");
    }

    /** A list or object as JSON writes it; what is in it is the service's to read. */
    private void json() throws ODataSyntax {
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && text.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == '{')) {
                depth++;
            } else if (!quoted && (c == ']' || c == '}') && --depth == 0) {
                end = at + 1;
                return;
            }
        }
        throw ODataSyntax.of("the bracket at position " + (start + 1) + " has no end");
    }
}
