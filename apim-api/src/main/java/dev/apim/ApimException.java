package dev.apim;

import org.jspecify.annotations.Nullable;

/** The root of every exception this product throws on purpose. Messages hold no secret. */
public class ApimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that says what, where, what was found, what was expected, and what to do. */
    public ApimException(String message) {
        super(message);
    }

    /** The same with the exception that led here. */
    public ApimException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
