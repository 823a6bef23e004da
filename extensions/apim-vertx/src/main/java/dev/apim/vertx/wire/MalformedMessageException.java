package dev.apim.vertx.wire;

/** Bytes that are no message, or one beyond the limits. Carries no part of the message, so that it may be shown and logged. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    /** With the status that tells a client, and a reason to show. */
    public MalformedMessageException(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    /** What is wrong, to be shown. */
    public String reason() {
        return reason;
    }

    /** 400, 414, 417 or 431. */
    public int status() {
        return status;
    }
}
