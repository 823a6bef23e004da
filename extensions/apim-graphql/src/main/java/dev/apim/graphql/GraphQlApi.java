package dev.apim.graphql;

import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendRequest;
import dev.apim.kind.ApiContext;
import dev.apim.kind.CompiledApi;
import dev.apim.model.Api;
import dev.apim.policy.Exchange;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;

/** A GraphQL API in force: its schema, and what executes operations against it. Immutable and thread-safe. */
final class GraphQlApi implements CompiledApi {
    private final Api api;
    private final Time time;
    private final boolean executed;
    private final @Nullable Fallback fallback;
    private final @Nullable GraphQLSchema schema;
    private final @Nullable GraphQL executor;

    /**
     * An API.
     *
     * @param schema of it, if it has one that is not at fault
     * @param executed whether it is executed here, which takes a schema
     * @param fallback the server that answers fields without a resolver, if there is one
     */
    GraphQlApi(ApiContext context, @Nullable GraphQLSchema schema, boolean executed, @Nullable Fallback fallback) {
        this.api = context.api();
        this.time = context.services().time();
        this.schema = schema;
        this.executed = executed;
        this.fallback = fallback;
        this.executor = schema == null || !executed ? null : executor(schema);
    }

    private static GraphQL executor(GraphQLSchema schema) {
        return GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider(Execution.PREPARED)
                .defaultDataFetcherExceptionHandler(new FieldFailures())
                .build();
    }

    @Nullable
    GraphQLSchema schema() {
        return schema;
    }

    @Override
    public boolean answers() {
        return executed;
    }

    @Override
    public BackendCall answer(Exchange exchange, BackendRequest request) {
        Execution execution = new Execution(exchange, request, schema, executor, fallback);
        execution.start(time);
        return execution;
    }

    @Override
    public String toString() {
        return "GraphQlApi[" + api.id()
                + (!executed ? ", passed through]" : fallback == null ? ", synthetic]" : ", resolved]");
    }
}
