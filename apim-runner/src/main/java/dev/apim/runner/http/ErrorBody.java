package dev.apim.runner.http;

/** The body of an error the server itself answers with. */
final class ErrorBody {
    private ErrorBody() {}

    /** The message is one of ours: it needs no escapes. */
    static String json(int status, String message) {
        return "{ \"statusCode\": " + status + ", \"message\": \"" + message + "\" }";
    }
}
