package dev.apim.core.document;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.Severity;

/** The issues of one document, each with an excerpt, up to a number nobody reads beyond. */
final class Mistakes {
    private static final int MOST = 100;

    private final SourceText source;
    private final IssueSink sink;
    private int errors;
    private int issues;

    Mistakes(SourceText source, IssueSink sink) {
        this.source = source;
        this.sink = sink;
    }

    boolean any() {
        return errors > 0;
    }

    void error(int offset, String message) {
        report(Severity.ERROR, offset, message);
    }

    /** An error beside which all else can still be understood. */
    void lesser(int offset, String message) {
        report(Severity.ERROR, offset, message);
        errors--;
    }

    void warning(int offset, String message) {
        report(Severity.WARNING, offset, message);
    }

    /** Reports an error after which nothing else can be understood; to be thrown. */
    Refusal refusal(int offset, String message) {
        report(Severity.ERROR, offset, message);
        return new Refusal(message);
    }

    private void report(Severity severity, int offset, String message) {
        Position position = source.position(offset);
        sink.report(new Issue(severity, position, message, source.excerpt(position)));
        if (severity == Severity.ERROR) {
            errors++;
        }
        if (++issues == MOST) {
            String more = "found " + MOST + " issues and read no further";
            sink.report(new Issue(Severity.ERROR, position, more, null));
            errors++;
            throw new Refusal(more);
        }
    }

    /** {@code line:column} of an offset, to name a second place in a message. */
    String place(int offset) {
        Position position = source.position(offset);
        return position.line() + ":" + position.column();
    }
}
