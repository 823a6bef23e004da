package dev.apim.backend;

import dev.apim.ApimException;
import org.jspecify.annotations.Nullable;

/** A backend gave no usable response. */
public final class BackendException extends ApimException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** In which way it failed. */
    public enum Kind {
        /** The name did not resolve, the connection was refused, or it broke before the response head. */
        CONNECTION,
        /** No response head in time. */
        TIMEOUT,
        /** What came back is not a valid or a whole response. */
        MALFORMED,
        /** TLS could not be agreed on, or the certificate was not accepted. */
        TLS,
        /** The caller's rules forbid the address. */
        FORBIDDEN_ADDRESS
    }

    /** With a message that names the backend but no secret. */
    public BackendException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** In which way it failed. */
    public Kind kind() {
        return kind;
    }
}
