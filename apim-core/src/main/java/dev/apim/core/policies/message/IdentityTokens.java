package dev.apim.core.policies.message;

import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of the gateway's own identity (Azure: managed identity), for policies that call Azure's services. Thread-safe.
 *
 * <pre>{@code
 * return tokens.token(exchange, "https://servicebus.azure.net/", null, (e, token, failure) -> ...);
 * }</pre>
 */
@FunctionalInterface
public interface IdentityTokens {
    /** Where the gateway has no identity: every request for a token fails. */
    IdentityTokens NONE = (exchange, resource, clientId, then) -> Outcome.fail(PolicyFailure.internal(
            "ManagedIdentityUnavailable",
            "The gateway has no identity to get a token with; name a backend entity with credentials instead."));

    /**
     * Gets a token, from memory or from where the identity is, and goes on with it. Called on the lane; does not block.
     *
     * @param resource what the token is for, such as {@code https://servicebus.azure.net/}
     * @param clientId of a user-assigned identity; {@code null} for the system's
     * @param then goes on with the token, or with why there is none
     */
    Outcome token(Exchange exchange, String resource, @Nullable String clientId, Outcome.Resumption<String> then);
}
