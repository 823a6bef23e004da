package dev.apim.ai;

import dev.apim.core.policies.access.AccessPolicies;
import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.policy.PolicyProvider;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies for language models, under the names of both generations (Azure: {@code llm-*} and {@code azure-openai-*}). */
public final class AiPolicies implements PolicyProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public AiPolicies() {}

    @Override
    public List<PolicyType> policies() {
        ManagedIdentity identity = AccessPolicies.identity();
        return List.of(
                new TokenLimitPolicy("llm-token-limit"),
                new TokenLimitPolicy("azure-openai-token-limit"),
                new TokenMetricPolicy("llm-emit-token-metric"),
                new TokenMetricPolicy("azure-openai-emit-token-metric"),
                new ContentSafetyPolicy(identity::tokens),
                new SemanticLookupPolicy("llm-semantic-cache-lookup", identity::tokens),
                new SemanticLookupPolicy("azure-openai-semantic-cache-lookup", identity::tokens),
                new SemanticStorePolicy("llm-semantic-cache-store"),
                new SemanticStorePolicy("azure-openai-semantic-cache-store"));
    }
}
