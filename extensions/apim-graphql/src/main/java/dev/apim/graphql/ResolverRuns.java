package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Cancellable;
import dev.apim.core.expression.context.GraphQlScope;
import dev.apim.core.json.Json;
import dev.apim.core.policies.message.Answer;
import dev.apim.http.Body;
import dev.apim.http.RequestMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Statements;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The resolvers that one request runs, each in an exchange of its own within the request's: some at once, the others when one of those
 * is done. Everything happens on the exchange's lane, and the executor goes on on a worker that stands in for it.
 */
final class ResolverRuns {
    private final Exchange exchange;
    private final Set<Run> running = new HashSet<>();
    private final Deque<Run> waiting = new ArrayDeque<>();
    private @Nullable FallbackCalls server;
    private int started;
    private boolean cancelled;

    ResolverRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    CompletableFuture<Object> run(Statements document, DataFetchingEnvironment environment) {
        return run(new ResolverRun(document, scope(environment), isList(environment)));
    }

    /** Says what answers fields that have no resolver, where something does. */
    void delegateTo(FallbackCalls calls) {
        server = calls;
    }

    /** Asks the GraphQL server behind the API for a field of the root. */
    CompletableFuture<Object> delegate(DataFetchingEnvironment environment) {
        return run(new DelegatedRun(
                Objects.requireNonNull(server),
                environment.getMergedField().getFields(),
                environment.getField().getResultKey()));
    }

    private CompletableFuture<Object> run(Run run) {
        if (++started > Limits.RESOLVERS) {
            return CompletableFuture.failedFuture(
                    new FieldFailure("The request needs more than " + Limits.RESOLVERS + " calls of resolvers."));
        }
        if (running.size() < Limits.RESOLVERS_AT_ONCE) {
            running.add(run);
            run.start();
        } else {
            waiting.add(run);
        }
        return run.value();
    }

    private static GraphQlScope scope(DataFetchingEnvironment environment) {
        JsonNode parent =
                environment.getSource() instanceof JsonNode node ? node : JsonNodeFactory.instance.objectNode();
        return new GraphQlScope(Json.mapper().valueToTree(environment.getArguments()), parent);
    }

    private static boolean isList(DataFetchingEnvironment environment) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(environment.getFieldType()));
    }

    /** Gives up on all that have not ended. On the lane. */
    void cancel() {
        cancelled = true;
        waiting.clear();
        List.copyOf(running).forEach(Run::cancel);
        running.clear();
    }

    private void ended(Run run) {
        running.remove(run);
        Run next = cancelled ? null : waiting.poll();
        if (next != null) {
            running.add(next);
            // A run that moves to a worker leaves the lane to it, so each begins as a task of the lane.
            exchange.execute(() -> {
                if (!cancelled) {
                    next.start();
                }
            });
        }
    }

    /** Makes the value away from the lane's thread; what it cannot make is an error of the field. */
    private void finish(CompletableFuture<Object> value, Supplier<@Nullable Object> answer) {
        Supplier<Boolean> work = () -> {
            if (cancelled) {
                return false;
            }
            try {
                return value.complete(answer.get());
            } catch (FieldFailure failure) {
                return value.completeExceptionally(failure);
            }
        };
        var unused = exchange.offload(work).whenComplete((nothing, refused) -> {
            if (refused != null) {
                value.completeExceptionally(new FieldFailure("Service Unavailable"));
            }
        });
    }

    /** What gives one field its value; it calls {@link #ended} when it is over. */
    private sealed interface Run {
        CompletableFuture<Object> value();

        void start();

        void cancel();
    }

    /** A field that the GraphQL server behind the API is asked for. */
    private final class DelegatedRun implements Run {
        private final FallbackCalls calls;
        private final List<Field> fields;
        private final String key;
        private final CompletableFuture<Object> value = new CompletableFuture<>();
        private Cancellable sent = Cancellable.none();

        DelegatedRun(FallbackCalls calls, List<Field> fields, String key) {
            this.calls = calls;
            this.fields = fields;
            this.key = key;
        }

        @Override
        public CompletableFuture<Object> value() {
            return value;
        }

        @Override
        public void start() {
            Answer answer = calls.ask(exchange, fields);
            sent = answer;
            var unused = answer.done().whenComplete((response, failure) -> {
                ended(this);
                finish(value, () -> {
                    if (response == null) {
                        throw new FieldFailure("The GraphQL server did not answer.");
                    }
                    return FallbackAnswer.of(response, key);
                });
            });
        }

        @Override
        public void cancel() {
            sent.cancel();
        }
    }

    /** The document of one resolver for one field. */
    private final class ResolverRun implements Run {
        private final Statements document;
        private final GraphQlScope scope;
        private final boolean list;
        private final CompletableFuture<Object> value = new CompletableFuture<>();
        private Statements.@Nullable Running run;
        private @Nullable Exchange inner;

        ResolverRun(Statements document, GraphQlScope scope, boolean list) {
            this.document = document;
            this.scope = scope;
            this.list = list;
        }

        @Override
        public CompletableFuture<Object> value() {
            return value;
        }

        @Override
        public void start() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("arguments", scope.arguments());
            Exchange own = exchange.within(new RequestMessage(
                    "POST", exchange.request().url(), ClientFields.of(exchange), Body.of(Json.write(body))));
            own.put(GraphQlScope.KEY, scope);
            inner = own;
            Statements.Running begun = document.start(own);
            run = begun;
            var unused = begun.outcome().thenAccept(outcome -> ended(outcome, own));
        }

        private void ended(Outcome outcome, Exchange own) {
            ResolverRuns.this.ended(this);
            finish(value, () -> ResolverAnswer.of(outcome, own, list));
        }

        @Override
        public void cancel() {
            if (run != null) {
                run.cancel();
            }
            if (inner != null && inner.hasResponse()) {
                inner.response().body().discard();
            }
        }
    }
}
