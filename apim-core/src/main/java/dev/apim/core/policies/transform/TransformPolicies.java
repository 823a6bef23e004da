package dev.apim.core.policies.transform;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies that change the request or the response. */
public final class TransformPolicies {
    private TransformPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(
                new SetHeaderPolicy(),
                new SetQueryParameterPolicy(),
                new SetBodyPolicy(),
                new SetMethodPolicy(),
                new SetStatusPolicy(),
                new SetVariablePolicy(),
                new RewriteUriPolicy());
    }
}
