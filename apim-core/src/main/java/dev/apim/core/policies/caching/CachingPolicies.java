package dev.apim.core.policies.caching;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies of this package. */
public final class CachingPolicies {
    private CachingPolicies() {}

    /** Those made of other policies. */
    public static List<ControlPolicyType> compound() {
        return List.of(new CacheValuePolicy());
    }

    /** All others. */
    public static List<PolicyType> types() {
        return List.of(
                new CacheLookupPolicy(),
                new CacheStorePolicy(),
                new CacheLookupValuePolicy(),
                new CacheStoreValuePolicy(),
                new CacheRemoveValuePolicy());
    }
}
