package dev.apim.policy;

import dev.apim.http.MessageBody;

/**
 * A body that a policy parses is beyond a limit that protects the gateway, such as the depth of JSON. Of the request it is a 400 with
 * reason {@code RequestBodyRefused}, of the response a 502 with {@code ResponseBodyRefused}, of any other message a failed expression.
 */
public final class BodyLimitException extends ExpressionException {
    private static final long serialVersionUID = 1L;

    private final transient MessageBody body;

    /**
     * About one body.
     *
     * @param body that was parsed
     * @param message which limit, where; it reaches the caller, so it cites nothing of a response
     */
    public BodyLimitException(MessageBody body, String message) {
        super(message);
        this.body = body;
    }

    /** Whether it is about this very body. */
    public boolean isOf(MessageBody other) {
        return body == other;
    }
}
