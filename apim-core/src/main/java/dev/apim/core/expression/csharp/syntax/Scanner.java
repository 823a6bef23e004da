package dev.apim.core.expression.csharp.syntax;

/** A text and a place in it. Not thread-safe. */
final class Scanner {
    /** What stands behind the last character. */
    static final int END = -1;

    private final String text;
    private final SyntaxIssues issues;
    private int at;

    Scanner(String text, int at, SyntaxIssues issues) {
        this.text = text;
        this.at = Math.min(at, text.length());
        this.issues = issues;
    }

    int at() {
        return at;
    }

    int current() {
        return ahead(0);
    }

    int ahead(int count) {
        return at + count < text.length() ? text.charAt(at + count) : END;
    }

    void skip(int count) {
        at = Math.min(text.length(), at + count);
    }

    boolean accept(String expected) {
        if (!looksAt(expected)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    /** Whether a line, or the text, ends here. */
    boolean atLineEnd() {
        int c = current();
        return c == END || isLineEnd(c);
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /** Whether a line ends between {@code start} and here. */
    boolean crossedLine(int start) {
        return since(start).chars().anyMatch(Scanner::isLineEnd);
    }

    Span spanFrom(int start) {
        return new Span(start, at);
    }

    void error(int start, String message) {
        issues.error(new Span(start, Math.max(start, at)), message);
    }

    /** The text since {@code start} as a message may quote it. */
    String shownSince(int start) {
        return issues.shown(spanFrom(start), since(start));
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }
}
