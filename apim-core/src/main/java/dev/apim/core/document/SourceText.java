package dev.apim.core.document;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import java.util.Arrays;

/** A text as its author wrote it: knows the place of every offset and shows excerpts. Immutable. */
public final class SourceText {
    private static final int WIDEST_EXCERPT = 120;

    private final String source;
    private final String text;
    private final int[] lineStarts;

    private SourceText(String source, String text) {
        this.source = source;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /**
     * A text and the name of where it comes from. A byte order mark is left out and takes no column. Lines end with LF, CRLF or CR.
     */
    public static SourceText of(String source, String text) {
        return new SourceText(source, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The text, without byte order mark. */
    public String text() {
        return text;
    }

    /** The place of an offset; behind the end, that of the end. */
    public Position position(int offset) {
        int at = Math.max(0, Math.min(offset, text.length()));
        int line = lineOf(at);
        return new Position(source, line + 1, at - lineStarts[line] + 1);
    }

    /** The offset of a place in this text. */
    public int offset(Position position) {
        return lineStarts[position.line() - 1] + position.column() - 1;
    }

    /** Gives issues of this text that have none an excerpt. */
    public IssueSink showing(IssueSink issues) {
        return issue -> issues.report(
                issue.excerpt() == null && issue.position().source().equals(source)
                        ? new Issue(issue.severity(), issue.position(), issue.message(), excerpt(issue.position()))
                        : issue);
    }

    /** The line a place is on, shortened where it is long, and under it a caret at the place. */
    public String excerpt(Position position) {
        if (position.line() > lineStarts.length) {
            return "";
        }
        int start = lineStarts[position.line() - 1];
        int caret = Math.min(start + position.column() - 1, text.length());
        int end = caret;
        int last = Math.min(text.length(), caret + WIDEST_EXCERPT + 1);
        while (end < last && !isLineEnd(text.charAt(end))) {
            end++;
        }
        int from = Math.max(start, Math.min(caret - WIDEST_EXCERPT / 2, end - WIDEST_EXCERPT));
        int to = Math.min(end, from + WIDEST_EXCERPT);
        String line = (from > start ? "…" : "") + text.substring(from, to).replace('\t', ' ') + (to < end ? "…" : "");
        return line + "\n" + " ".repeat(caret - from + (from > start ? 1 : 0)) + "^";
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineEnd(c) && !crOfCrLf) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return source;
    }
}
