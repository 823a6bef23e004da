package dev.apim.validation;

/** Where a parameter stands, with the words of the messages. */
enum ParameterKind {
    /** In the query. */
    QUERY("QueryParameter", "query parameter"),
    /** In the path. */
    PATH("PathParameter", "path parameter"),
    /** A field of the request. */
    REQUEST_HEADER("RequestHeader", "header"),
    /** A field of the response. */
    RESPONSE_HEADER("ResponseHeader", "header");

    final String type;
    final String words;

    ParameterKind(String type, String words) {
        this.type = type;
        this.words = words;
    }
}
