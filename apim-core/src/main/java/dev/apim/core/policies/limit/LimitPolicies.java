package dev.apim.core.policies.limit;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies of this package. */
public final class LimitPolicies {
    private LimitPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(new RateLimitPolicy(), new RateLimitByKeyPolicy(), new QuotaPolicy(), new QuotaByKeyPolicy());
    }
}
