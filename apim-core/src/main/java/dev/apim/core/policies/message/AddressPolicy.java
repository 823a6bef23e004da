package dev.apim.core.policies.message;

import dev.apim.Position;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.backend.ClientLimits;
import dev.apim.policy.CompileContext;

/**
 * Which addresses a policy may reach where the authority of a URL is computed or comes from a redirect. What an operator wrote
 * himself (a literal URL, a backend, an API's service URL) may lead anywhere.
 *
 * @param computed the rule for such authorities
 */
public record AddressPolicy(AddressRule computed) {
    /** Warns where the client at hand cannot hold the host of a computed URL to the rule. */
    public void checkComputed(Position position, CompileContext context) {
        if (computed != AddressRule.ANY) {
            ClientLimits.warning(context.services().backendClient(), BackendCapability.ADDRESS_PINNING)
                    .ifPresent(problem -> context.warning(position, problem));
        }
    }

    /** Public addresses only: a request cannot make the gateway call into its own network. */
    public static final AddressPolicy STRICT = new AddressPolicy(AddressRule.PUBLIC);

    /** Any address: for gateways whose expressions choose among internal hosts on purpose. */
    public static final AddressPolicy RELAXED = new AddressPolicy(AddressRule.ANY);
}
