package dev.apim.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Answers a field of a root that has no resolver, where there is a GraphQL server behind the API. */
record FallbackFetcher() implements DataFetcher<Object> {
    @Override
    public CompletableFuture<Object> get(DataFetchingEnvironment environment) {
        ResolverRuns runs =
                Objects.requireNonNull(environment.getGraphQlContext().get(ResolverRuns.class));
        return runs.delegate(environment);
    }
}
