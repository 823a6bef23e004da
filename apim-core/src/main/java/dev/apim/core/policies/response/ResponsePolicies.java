package dev.apim.core.policies.response;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies that answer by themselves, and the one for cross-origin requests. */
public final class ResponsePolicies {
    private ResponsePolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(new ReturnResponsePolicy(), new MockResponsePolicy(), new CorsPolicy(), new CrossDomainPolicy());
    }
}
