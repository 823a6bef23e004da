package dev.apim;

/** Takes issues as they are found, so that all of them can be reported together. */
@FunctionalInterface
public interface IssueSink {
    /** Takes one issue. */
    void report(Issue issue);

    /** Reports an error at {@code position}. */
    default void error(Position position, String message) {
        report(Issue.error(position, message));
    }

    /** Reports a warning at {@code position}. */
    default void warning(Position position, String message) {
        report(Issue.warning(position, message));
    }
}
