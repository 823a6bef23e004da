package dev.apim.core.resource;

import dev.apim.Issue;
import dev.apim.IssueSink;

/** Passes issues on and counts the errors among them. */
final class IssueCount implements IssueSink {
    private final IssueSink next;
    private int errors;

    IssueCount(IssueSink next) {
        this.next = next;
    }

    @Override
    public void report(Issue issue) {
        if (issue.isError()) {
            errors++;
        }
        next.report(issue);
    }

    boolean isClean() {
        return errors == 0;
    }
}
