package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies that choose the backend and call it. */
public final class RoutingPolicies {
    private RoutingPolicies() {}

    /** All of them; what a request makes of a URL leads to public addresses only. */
    public static List<PolicyType> types() {
        return types(AddressPolicy.STRICT);
    }

    /** All of them, under another rule for computed addresses. */
    public static List<PolicyType> types(AddressPolicy addresses) {
        return List.of(
                new SetBackendServicePolicy(addresses, new FabricNames()),
                new ForwardRequestPolicy(addresses, new Circuits()),
                new ProxyPolicy());
    }
}
