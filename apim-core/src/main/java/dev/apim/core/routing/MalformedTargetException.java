package dev.apim.core.routing;

import dev.apim.ApimException;

/**
 * The request target cannot be read in one way only: the answer is 400 and nothing is forwarded. The message is for the caller and
 * repeats nothing of the target.
 */
public final class MalformedTargetException extends ApimException {
    private static final long serialVersionUID = 1L;

    MalformedTargetException(String message) {
        super(message);
    }

    /** Does nothing: it stands for a client's mistake, which must cost us little. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to guard
    public Throwable fillInStackTrace() {
        return this;
    }
}
