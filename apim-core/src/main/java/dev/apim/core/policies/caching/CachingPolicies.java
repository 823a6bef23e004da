package dev.apim.core.policies.caching;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies of this package. */
public final class CachingPolicies {
    private CachingPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(
                new CacheLookupPolicy(),
                new CacheStorePolicy(),
                new CacheLookupValuePolicy(),
                new CacheStoreValuePolicy(),
                new CacheRemoveValuePolicy());
    }
}
