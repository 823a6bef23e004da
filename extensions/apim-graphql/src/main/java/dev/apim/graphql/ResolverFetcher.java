package dev.apim.graphql;

import dev.apim.policy.Statements;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers a field with what its resolver's document comes to. */
record ResolverFetcher(Statements document) implements DataFetcher<Object> {
    @Override
    public CompletableFuture<Object> get(DataFetchingEnvironment environment) {
        ResolverRuns runs =
                Objects.requireNonNull(environment.getGraphQlContext().get(ResolverRuns.class));
        return runs.run(document, environment).thenApply(ResolverFetcher::own);
    }

    /** Its objects' fields have the names of the schema, whatever those around it have. */
    private static Object own(@Nullable Object value) {
        return DataFetcherResult.newResult()
                .data(value)
                .localContext(ResolverFetcher.class)
                .build();
    }
}
