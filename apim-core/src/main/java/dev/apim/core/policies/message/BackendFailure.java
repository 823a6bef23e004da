package dev.apim.core.policies.message;

import dev.apim.backend.BackendException;
import dev.apim.http.Headers;
import dev.apim.policy.PolicyFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed call of a backend means for the request that needed it. */
public final class BackendFailure {
    /** Reason of a backend that could not be reached or was lost before its response head. */
    public static final String CONNECTION = "BackendConnectionFailure";

    /** Reason of a backend that did not answer in time. */
    public static final String TIMEOUT = "Timeout";

    /** Reason of a response that is no valid, whole or small enough one. */
    public static final String MALFORMED = "BackendResponseInvalid";

    /** Reason of a request body that cannot be sent because it is not there any more. */
    public static final String BODY_GONE = "RequestBodyNotAvailable";

    private static final Logger LOG = LoggerFactory.getLogger(BackendFailure.class);

    private BackendFailure() {}

    /** The failure of the policy that made the call. */
    public static PolicyFailure of(Throwable cause) {
        if (!(cause instanceof BackendException failure)) {
            LOG.error("A call of a backend failed in a way its client does not declare", cause);
            return PolicyFailure.internal(CONNECTION, "The call of the backend failed; the log has the cause.");
        }
        String message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case TIMEOUT -> PolicyFailure.internal(TIMEOUT, message);
            case MALFORMED -> malformed(message);
            case CONNECTION, TLS, FORBIDDEN_ADDRESS -> PolicyFailure.internal(CONNECTION, message);
        };
    }

    /** A 502 that tells the caller no more than that. */
    public static PolicyFailure malformed(String message) {
        return new PolicyFailure(502, MALFORMED, message, "Bad gateway", new Headers());
    }
}
