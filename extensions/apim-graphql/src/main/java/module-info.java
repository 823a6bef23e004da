/** GraphQL APIs: validation, resolvers and execution. */
module dev.apim.graphql {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
}
