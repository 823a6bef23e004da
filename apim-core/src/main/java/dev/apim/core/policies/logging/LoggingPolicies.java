package dev.apim.core.policies.logging;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies that tell what happened. */
public final class LoggingPolicies {
    private LoggingPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(new TracePolicy(), new EmitMetricPolicy(), new LogToEventHubPolicy());
    }
}
