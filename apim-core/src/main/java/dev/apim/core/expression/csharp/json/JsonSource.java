package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;

/** A JSON text being read, with its lines counted. */
final class JsonSource {
    final String text;
    int at;
    private int line = 1;
    private int lineStart;

    JsonSource(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean has(int distance) {
        return at + distance < text.length();
    }

    /** The character here; NUL at the end. */
    char here() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    char ahead(int distance) {
        return text.charAt(at + distance);
    }

    int line() {
        return line;
    }

    int position() {
        return at - lineStart;
    }

    /** Goes past a character, counting the line when it ends one. */
    void pass() {
        char c = text.charAt(at++);
        if (c == '\n' || (c == '\r' && here() != '\n')) {
            line++;
            lineStart = at;
        }
    }

    void spaces() {
        while (!atEnd() && (isSpace(here()) || here() == '\0')) {
            pass();
        }
    }

    /** Goes to the end of the line, and tells where it is. */
    int toLineEnd() {
        while (!atEnd() && here() != '\r' && here() != '\n') {
            at++;
        }
        return at;
    }

    /** Goes behind the end of a comment, and tells where its text ends; negative when it has no end. */
    int toCommentEnd() {
        while (!atEnd()) {
            if (here() == '*' && has(1) && ahead(1) == '/') {
                at += 2;
                return at - 2;
            }
            pass();
        }
        return -1;
    }

    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u0085'
                || c == '\u00a0'
                || (c > 127 && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    /** The error type of a reader, thrown by whoever knows the path. */
    interface Fault {
        DotNetException of(String message);

        /** The text is beyond a limit of the gateway. */
        DotNetException beyond(String message);
    }
}
