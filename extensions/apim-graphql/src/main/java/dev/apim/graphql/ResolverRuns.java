package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.expression.context.GraphQlScope;
import dev.apim.core.json.Json;
import dev.apim.http.Body;
import dev.apim.http.RequestMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Statements;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The resolvers that one request runs, each in an exchange of its own within the request's: some at once, the others when one of those
 * is done. Everything happens on the exchange's lane, and the executor goes on on a worker that stands in for it.
 */
final class ResolverRuns {
    private final Exchange exchange;
    private final Set<OneRun> running = new HashSet<>();
    private final Deque<OneRun> waiting = new ArrayDeque<>();
    private int started;
    private boolean cancelled;

    ResolverRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    CompletableFuture<Object> run(Statements document, DataFetchingEnvironment environment) {
        if (++started > Limits.RESOLVERS) {
            return CompletableFuture.failedFuture(
                    new FieldFailure("The request needs more than " + Limits.RESOLVERS + " calls of resolvers."));
        }
        OneRun run = new OneRun(document, scope(environment), isList(environment));
        if (running.size() < Limits.RESOLVERS_AT_ONCE) {
            run.start();
        } else {
            waiting.add(run);
        }
        return run.value;
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
        List.copyOf(running).forEach(OneRun::cancel);
        running.clear();
    }

    private void ended(OneRun run) {
        running.remove(run);
        OneRun next = cancelled ? null : waiting.poll();
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

    /** The document of one resolver for one field. */
    private final class OneRun {
        private final Statements document;
        private final GraphQlScope scope;
        private final boolean list;
        private final CompletableFuture<Object> value = new CompletableFuture<>();
        private Statements.@Nullable Running run;
        private @Nullable Exchange inner;

        OneRun(Statements document, GraphQlScope scope, boolean list) {
            this.document = document;
            this.scope = scope;
            this.list = list;
        }

        void start() {
            running.add(this);
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
            var unused = exchange.offload(() -> finish(outcome, own)).whenComplete((nothing, refused) -> {
                if (refused != null) {
                    value.completeExceptionally(new FieldFailure("Service Unavailable"));
                }
            });
        }

        private boolean finish(Outcome outcome, Exchange own) {
            if (cancelled) {
                return false;
            }
            try {
                return value.complete(ResolverAnswer.of(outcome, own, list));
            } catch (FieldFailure failure) {
                return value.completeExceptionally(failure);
            }
        }

        void cancel() {
            if (run != null) {
                run.cancel();
            }
            if (inner != null && inner.hasResponse()) {
                inner.response().body().discard();
            }
        }
    }
}
