package dev.apim.importing;

import dev.apim.Issue;
import dev.apim.IssueSink;
import java.util.HashSet;
import java.util.Set;

/**
 * What one reading comes upon. Passes issues on, each once, because what many operations refer to is read for each of them; beyond a
 * number nobody reads, the rest is summed up. Counts the values visited too, and ends a reading that visits the same ones without end.
 */
final class Findings implements IssueSink {
    static final int MOST_ISSUES = 1_000;
    private static final int MOST_VISITS = 5_000_000;

    private final IssueSink target;
    private final Set<Issue> known = new HashSet<>();
    private boolean refused;
    private boolean full;
    private int visits;

    Findings(IssueSink target) {
        this.target = target;
    }

    @Override
    public void report(Issue issue) {
        boolean listed = known.size() < MOST_ISSUES;
        // the first error is listed in any case: without it nobody knew why the description is refused
        if ((listed || (issue.isError() && !refused)) && known.add(issue)) {
            target.report(issue);
        } else if (!listed && !full && !known.contains(issue)) {
            full = true;
            target.report(Issue.warning(
                    issue.position(),
                    "more than " + MOST_ISSUES + " issues; the rest is not listed, mend these first"));
        }
        refused |= issue.isError();
    }

    /** Whether an error was among them. */
    boolean refused() {
        return refused;
    }

    /** Counts one more value visited. */
    void visit(Place place) {
        if (++visits > MOST_VISITS) {
            throw new TooLarge(place);
        }
    }
}
