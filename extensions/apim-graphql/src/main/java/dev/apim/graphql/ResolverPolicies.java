package dev.apim.graphql;

import dev.apim.policy.PolicyType;
import java.util.List;

/** What stands in the documents of resolvers only. */
final class ResolverPolicies {
    private ResolverPolicies() {}

    /** The data sources, and what stands within them. */
    static List<PolicyType> types() {
        return List.of(
                new HttpDataSourcePolicy(), new SetUrlPolicy(), new HttpResponsePolicy(), new PublishEventPolicy());
    }
}
