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
}
