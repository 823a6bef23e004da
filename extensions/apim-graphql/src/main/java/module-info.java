/** GraphQL APIs: validation, resolvers and execution. */
module dev.apim.graphql {
    requires transitive dev.apim;
    requires dev.apim.core;
    requires com.graphqljava;
    requires java.sql;
    requires org.slf4j;
    requires static transitive org.jspecify;

    provides dev.apim.kind.ApiKind with
            dev.apim.graphql.GraphQlKind;
    provides dev.apim.policy.PolicyProvider with
            dev.apim.graphql.GraphQlPolicies;
}
