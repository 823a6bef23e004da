package dev.apim.core.document;

/** A place in the text that moves on; knows XML's names, white space and what it passes over. */
final class Cursor {
    private final String text;
    private final Mistakes mistakes;
    private int at;

    Cursor(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    int offset() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    /** The character at some distance ahead; 0 behind the end. */
    char ahead(int distance) {
        return at + distance < text.length() ? text.charAt(at + distance) : 0;
    }

    boolean skip(String expected) {
        if (sees(expected)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Passes over white space; false if there is none. */
    boolean skipSpace() {
        int before = at;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at > before;
    }

    boolean seesName() {
        return isNameStart(ahead(0));
    }

    boolean seesTag() {
        return ahead(0) == '<' && (isNameStart(ahead(1)) || (ahead(1) == '/' && isNameStart(ahead(2))));
    }

    String name() {
        int before = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(before, at);
    }

    /**
     * Passes over {@code length} characters and everything up to and including {@code end}; returns where {@code end} begins.
     *
     * @throws Refusal where it is missing
     */
    int skipPast(String what, int length, String end) {
        int found = text.indexOf(end, at + length);
        if (found < 0) {
            throw mistakes.refusal(at, "the " + what + " that begins here is not closed: expected " + end);
        }
        at = found + end.length();
        return found;
    }

    /** What stands here, for messages. */
    String found() {
        if (atEnd()) {
            return "the end of the document";
        }
        char c = text.charAt(at);
        return c == '\n' || c == '\r' ? "the end of the line" : "'" + Character.toString(text.codePointAt(at)) + "'";
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isNameStart(char c) {
        return isLetter(c) || c == '_' || c == ':' || (c > 0x7F && Character.isLetter(c));
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '-' || c == '.';
    }

    /** Of ASCII. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Of ASCII. */
    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
