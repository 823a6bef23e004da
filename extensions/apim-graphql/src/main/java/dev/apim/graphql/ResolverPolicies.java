package dev.apim.graphql;

import dev.apim.graphql.cosmos.CosmosDataSourcePolicy;
import dev.apim.graphql.sql.SqlDataSourcePolicy;
import dev.apim.graphql.sql.SqlPools;
import dev.apim.graphql.sql.SqlRequestPolicy;
import dev.apim.policy.PolicyType;
import java.util.List;

/** What stands in the documents of resolvers only. */
final class ResolverPolicies {
    private ResolverPolicies() {}

    /** The data sources, and what stands within them. */
    static List<PolicyType> types(SqlPools pools) {
        return List.of(
                new HttpDataSourcePolicy(),
                new SqlDataSourcePolicy(),
                new CosmosDataSourcePolicy(),
                new SetUrlPolicy(),
                new HttpResponsePolicy(),
                new SqlRequestPolicy(pools),
                new PublishEventPolicy());
    }
}
