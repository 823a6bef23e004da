package dev.apim.core.policies;

import dev.apim.core.policies.caching.CachingPolicies;
import dev.apim.core.policies.content.ContentPolicies;
import dev.apim.core.policies.integration.IntegrationPolicies;
import dev.apim.core.policies.limit.LimitPolicies;
import dev.apim.core.policies.logging.LoggingPolicies;
import dev.apim.core.policies.response.ResponsePolicies;
import dev.apim.core.policies.routing.RoutingPolicies;
import dev.apim.core.policies.transform.TransformPolicies;
import dev.apim.policy.PolicyType;
import java.util.List;
import java.util.stream.Stream;

/** What ships with the core, but for the compound policies, which the engine compiles itself. */
public final class AllPolicies {
    private AllPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return Stream.of(
                        TransformPolicies.types(),
                        ContentPolicies.types(),
                        RoutingPolicies.types(),
                        ResponsePolicies.types(),
                        IntegrationPolicies.types(),
                        LoggingPolicies.types(),
                        LimitPolicies.types(),
                        CachingPolicies.types())
                .flatMap(List::stream)
                .toList();
    }
}
