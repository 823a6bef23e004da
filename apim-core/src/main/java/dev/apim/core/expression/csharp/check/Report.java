package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import java.util.ArrayList;
import java.util.List;

/** Where the checker's findings go: on to the author, or, while something is only tried, nowhere. */
final class Report {
    private final SyntaxIssues issues;
    private int trials;
    private int errors;
    private boolean hasReported;
    private final List<String> reported = new ArrayList<>();

    Report(SyntaxIssues issues) {
        this.issues = issues;
    }

    void error(Span span, String message) {
        errors++;
        if (trials == 0 && isNew(span, message)) {
            hasReported = true;
            issues.error(span, message);
        }
    }

    void warning(Span span, String message) {
        if (trials == 0 && isNew(span, message)) {
            issues.warning(span, message);
        }
    }

    /** See {@link SyntaxIssues#doubt}. */
    void doubt(Span span, String message) {
        errors++;
        if (trials == 0 && isNew(span, message)) {
            hasReported = true;
            issues.doubt(span, message);
        }
    }

    /** What is checked twice is reported once. */
    private boolean isNew(Span span, String message) {
        String key = span.start() + ":" + message;
        return !reported.contains(key) && reported.add(key);
    }

    /** Whether an author was told of an error. */
    boolean hasReported() {
        return hasReported;
    }

    /** Errors so far, those of trials included. */
    int errors() {
        return errors;
    }

    void beginTrial() {
        trials++;
    }

    void endTrial() {
        trials--;
    }
}
