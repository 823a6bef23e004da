package dev.apim.core.policies.message;

import dev.apim.backend.ConnectionOptions.AddressRule;

/**
 * Which addresses a policy may reach where the authority of a URL is computed or comes from a redirect. What an operator wrote
 * himself (a literal URL, a backend, an API's service URL) may lead anywhere.
 *
 * @param computed the rule for such authorities
 */
public record AddressPolicy(AddressRule computed) {
    /** Public addresses only: a request cannot make the gateway call into its own network. */
    public static final AddressPolicy STRICT = new AddressPolicy(AddressRule.PUBLIC);

    /** Any address: for gateways whose expressions choose among internal hosts on purpose. */
    public static final AddressPolicy RELAXED = new AddressPolicy(AddressRule.ANY);
}
