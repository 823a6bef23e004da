package dev.apim.graphql;

/** Why one field has no value; its message is for the client. */
final class FieldFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FieldFailure(String message) {
        super(message, null, false, false);
    }
}
