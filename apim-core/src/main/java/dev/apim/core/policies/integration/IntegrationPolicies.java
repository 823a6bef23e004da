package dev.apim.core.policies.integration;

import dev.apim.core.policies.access.AccessPolicies;
import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies that call other services. */
public final class IntegrationPolicies {
    /** Most bytes of a response that a policy keeps in a variable: 2 MiB. */
    public static final int RESPONSE_LIMIT = 2 * 1024 * 1024;

    /** Most calls that nobody waits for at a time; more are not sent. */
    private static final int MOST_ONE_WAY = 1_000;

    private IntegrationPolicies() {}

    /** All of them; what a request makes of a URL leads to public addresses only. */
    public static List<PolicyType> types() {
        return types(AddressPolicy.STRICT, RESPONSE_LIMIT, AccessPolicies.identity());
    }

    /**
     * All of them, under other rules.
     *
     * @param addresses the rule for computed addresses
     * @param responseLimit most bytes of a response that is kept in a variable
     * @param identity the gateway's own
     */
    public static List<PolicyType> types(AddressPolicy addresses, int responseLimit, ManagedIdentity identity) {
        Sending sending = new Sending(addresses, identity);
        return List.of(
                new SendRequestPolicy(sending, responseLimit),
                new SendOneWayRequestPolicy(sending, new OneWayCalls(MOST_ONE_WAY)),
                new ServiceBusPolicy(addresses, identity::tokens),
                new PublishToDaprPolicy(),
                new InvokeDaprBindingPolicy(),
                new InvokeRequestPolicy(addresses, responseLimit));
    }
}
