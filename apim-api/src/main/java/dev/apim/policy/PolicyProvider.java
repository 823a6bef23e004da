package dev.apim.policy;

import java.util.List;

/**
 * Policies that a jar brings; found with {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * final class TeapotPolicies implements PolicyProvider {
 *     public List<PolicyType> policies() {
 *         return List.of(new TeapotPolicy());
 *     }
 * }
 * }</pre>
 */
public interface PolicyProvider {
    /** The policies, each with an element that no other jar claims. Called once for each gateway; cheap. */
    List<PolicyType> policies();
}
