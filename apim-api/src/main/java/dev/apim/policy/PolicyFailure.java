package dev.apim.policy;

import dev.apim.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Why a policy ends the request: the engine goes on in {@code on-error} with a response made of it.
 *
 * @param status of the response
 * @param reason of {@code context.LastError}, if there is one
 * @param message of {@code context.LastError}
 * @param publicMessage what the caller reads in the body; the whole body where {@code headers} say of what type it is
 * @param headers of the response; its content type only where it is not the usual one
 * @param statusReason reason phrase of the response; empty for the usual one of the status
 */
public record PolicyFailure(
        int status,
        @Nullable String reason,
        String message,
        String publicMessage,
        Headers headers,
        String statusReason) {
    /** With the usual reason phrase. */
    public PolicyFailure(int status, @Nullable String reason, String message, String publicMessage, Headers headers) {
        this(status, reason, message, publicMessage, headers, "");
    }

    /** The caller reads the same message. */
    public static PolicyFailure of(int status, String reason, String message) {
        return new PolicyFailure(status, reason, message, message, new Headers());
    }

    /** A 500 whose body says no more than {@code Internal server error}. */
    public static PolicyFailure internal(String reason, String message) {
        return new PolicyFailure(500, reason, message, "Internal server error", new Headers());
    }
}
