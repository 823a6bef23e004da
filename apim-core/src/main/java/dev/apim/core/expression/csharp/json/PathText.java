package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;

/** The text of a JSONPath being read. */
final class PathText {
    static final String OPEN_INDEXER = "Path ended with open indexer.";
    static final String OPEN_QUERY = "Path ended with open query.";

    private final String text;
    int at;

    PathText(String text) {
        this.text = text;
    }

    int length() {
        return text.length();
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean has(int distance) {
        return at + distance < text.length();
    }

    char here() {
        return text.charAt(at);
    }

    char ahead(int distance) {
        return text.charAt(at + distance);
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    String part(int start) {
        return text.substring(start, at);
    }

    void spaces() {
        while (!atEnd() && here() == ' ') {
            at++;
        }
    }

    void require(String otherwise) {
        if (atEnd()) {
            throw JsonErrors.json(otherwise);
        }
    }

    boolean skip(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    DotNetException unexpectedInIndexer(char c) {
        return JsonErrors.json("Unexpected character while parsing path indexer: " + c);
    }

    /** A text between apostrophes. */
    String quoted() {
        StringBuilder content = new StringBuilder();
        at++;
        while (!atEnd()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return content.toString();
            }
            if (c == '\\' && !atEnd()) {
                content.append(escaped());
            } else {
                content.append(c);
            }
        }
        throw JsonErrors.json("Path ended with an open string.");
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '\\', '"', '\'', '/' -> c;
            default -> throw JsonErrors.json("Unknown escape character: \\" + c);
        };
    }

    /** {@code /pattern/options}, as it is. */
    String regex() {
        int start = at++;
        while (!atEnd()) {
            char c = text.charAt(at++);
            if (c == '\\' && !atEnd()) {
                at++;
            } else if (c == '/') {
                while (!atEnd() && Character.isLetter(here())) {
                    at++;
                }
                return part(start);
            }
        }
        throw JsonErrors.json("Path ended with an open regex.");
    }
}
