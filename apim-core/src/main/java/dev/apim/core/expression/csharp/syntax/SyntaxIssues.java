package dev.apim.core.expression.csharp.syntax;

/** Takes the mistakes of an expression as they are found. */
public interface SyntaxIssues {
    /**
     * Reports an error.
     *
     * @param message what was found, what was expected, what to do
     */
    void error(Span span, String message);

    /** Reports something that works but is hardly meant. */
    void warning(Span span, String message);

    /**
     * Reports what is no C# but stands in documents that people have: the document loads, and the expression fails when it is reached.
     * Azure refuses such a document when it is saved.
     *
     * @param message as for an error
     */
    default void doubt(Span span, String message) {
        error(span, message);
    }

    /**
     * What is written at {@code span} as a message may quote it: whoever substituted secrets into the text hides them here.
     *
     * @param written the text as it is
     */
    default String shown(Span span, String written) {
        return written;
    }
}
