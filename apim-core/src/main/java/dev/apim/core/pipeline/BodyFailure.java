package dev.apim.core.pipeline;

import dev.apim.http.Headers;
import dev.apim.policy.PolicyFailure;

/** What a body that could not be read means for the request. */
public final class BodyFailure {
    private BodyFailure() {}

    /**
     * Of the request's body the caller is to blame, of the response's the backend.
     *
     * @param error why it could not be read; what is neither a limit nor a {@link ContentCoding.RefusedException} broke it off
     */
    public static PolicyFailure of(Throwable error, boolean request) {
        if (error instanceof BodyBuffer.TooLarge || error instanceof ContentCoding.RefusedException) {
            String message = String.valueOf(error.getMessage());
            int status = request ? (error instanceof BodyBuffer.TooLarge ? 413 : 415) : 502;
            String caller = request ? message : "Bad Gateway";
            return new PolicyFailure(
                    status, request ? "RequestBodyRefused" : "ResponseBodyRefused", message, caller, new Headers());
        }
        return request
                ? PolicyFailure.of(400, "ClientConnectionFailure", "The request body could not be read to its end.")
                : new PolicyFailure(
                        502,
                        "BackendConnectionFailure",
                        "The response body could not be read to its end.",
                        "Bad Gateway",
                        new Headers());
    }
}
