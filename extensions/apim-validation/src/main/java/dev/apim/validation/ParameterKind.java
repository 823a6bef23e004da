package dev.apim.validation;

/** Where a parameter stands, with the words of the messages. */
enum ParameterKind {
    /** In the query. */
    QUERY("QueryParameter", "query parameter", false),
    /** In the path. */
    PATH("PathParameter", "path parameter", false),
    /** A field of the request. */
    REQUEST_HEADER("RequestHeader", "header", true),
    /** A field of the response. */
    RESPONSE_HEADER("ResponseHeader", "header", true);

    final String type;
    final String words;

    /** Whether blanks around the commas of a list are no part of what it holds (RFC 9110 §5.6.1). */
    final boolean trims;

    ParameterKind(String type, String words, boolean trims) {
        this.type = type;
        this.words = words;
        this.trims = trims;
    }
}
