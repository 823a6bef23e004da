package dev.apim.core.policies;

import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.policies.access.AccessPolicies;
import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.core.policies.caching.CachingPolicies;
import dev.apim.core.policies.content.ContentPolicies;
import dev.apim.core.policies.integration.IntegrationPolicies;
import dev.apim.core.policies.limit.LimitPolicies;
import dev.apim.core.policies.logging.LoggingPolicies;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.response.ResponsePolicies;
import dev.apim.core.policies.routing.RoutingPolicies;
import dev.apim.core.policies.transform.TransformPolicies;
import dev.apim.policy.PolicyType;
import java.util.List;
import java.util.stream.Stream;

/** What ships with the core, but for the compound policies, which the engine compiles itself. */
public final class AllPolicies {
    private AllPolicies() {}

    /** All of them, under the usual rules. */
    public static List<PolicyType> types() {
        return types(AddressPolicy.STRICT, KeyRefresh.DEFAULT);
    }

    /**
     * All of them.
     *
     * @param addresses where URLs that are computed may lead
     * @param keys how often keys of identity providers are fetched
     */
    static List<PolicyType> types(AddressPolicy addresses, KeyRefresh keys) {
        ManagedIdentity identity = AccessPolicies.identity();
        return Stream.of(
                        TransformPolicies.types(),
                        ContentPolicies.types(),
                        RoutingPolicies.types(addresses),
                        ResponsePolicies.types(),
                        IntegrationPolicies.types(addresses, IntegrationPolicies.RESPONSE_LIMIT, identity),
                        LoggingPolicies.types(),
                        LimitPolicies.types(),
                        CachingPolicies.types(),
                        AccessPolicies.types(keys, addresses, identity))
                .flatMap(List::stream)
                .toList();
    }
}
