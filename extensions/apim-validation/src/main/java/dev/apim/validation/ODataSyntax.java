package dev.apim.validation;

/** Something in an OData request that the specification does not allow. */
final class ODataSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    private ODataSyntax(String message) {
        super(message);
    }

    /** Expected one thing, found another. */
    static ODataSyntax expected(String expected, ODataTokens tokens) {
        return new ODataSyntax(
                "expected " + expected + ", found " + (tokens.isAtEnd() ? "the end" : "'" + tokens.word() + "'")
                        + " at position " + (tokens.position() + 1));
    }

    static ODataSyntax of(String message) {
        return new ODataSyntax(message);
    }
}
