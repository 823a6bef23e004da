package dev.apim.graphql;

import dev.apim.policy.PolicyProvider;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies for GraphQL that stand in ordinary documents. */
public final class GraphQlPolicies implements PolicyProvider {
    @Override
    public List<PolicyType> policies() {
        return List.of(new ValidateGraphQlRequestPolicy(), new SetGraphQlResolverPolicy());
    }
}
