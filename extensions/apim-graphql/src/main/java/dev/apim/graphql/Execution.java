package dev.apim.graphql;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.core.policies.message.BodyBytes;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Exchange;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.ResultNodesInfo;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request to a synthetic API: its body is read on the lane, its operation parsed, validated and executed on a worker that stands in
 * for the lane, while resolvers wait for their data sources without a thread.
 */
final class Execution implements BackendCall {
    /** The document was checked already. */
    static final PreparsedDocumentProvider PREPARED =
            (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                    (Document) Objects.requireNonNull(input.getGraphQLContext().get(Document.class))));

    private final Exchange exchange;
    private final BackendRequest request;
    private final @Nullable GraphQLSchema schema;
    private final @Nullable GraphQL executor;
    private final @Nullable Fallback fallback;
    private final ResolverRuns resolvers;
    private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
    private @Nullable ExecutionInput input;
    private @Nullable BackendCall passed;
    private byte[] whole = {};
    private @Nullable BodyBytes reading;
    private Cancellable timer = Cancellable.none();

    Execution(
            Exchange exchange,
            BackendRequest request,
            @Nullable GraphQLSchema schema,
            @Nullable GraphQL executor,
            @Nullable Fallback fallback) {
        this.exchange = exchange;
        this.request = request;
        this.schema = schema;
        this.executor = executor;
        this.fallback = fallback;
        this.resolvers = new ResolverRuns(exchange);
    }

    void start(Time time) {
        timer = time.schedule(request.timeout(), () -> exchange.execute(this::timedOut));
        var unused = response.whenComplete((answer, failure) -> exchange.execute(timer::cancel));
        begin();
    }

    private void timedOut() {
        if (response.completeExceptionally(
                new BackendException(BackendException.Kind.TIMEOUT, "The operation took too long.", null))) {
            cancel();
        }
    }

    private void begin() {
        if (schema == null || executor == null) {
            refuse(RequestError.of(500, "The API has no schema."));
        } else if (request.method().equals("GET")) {
            work(() -> GraphQlRequest.ofQuery(request.url().query()));
        } else if (request.headers().contains("Content-Encoding")) {
            refuse(RequestError.of(415, "The body is compressed; send it as it is."));
        } else {
            BodyBytes bytes = new BodyBytes(Limits.BYTES);
            reading = bytes;
            var unused = bytes.of(request.body())
                    .whenComplete((body, failure) -> exchange.execute(() -> {
                        if (body == null) {
                            refuse(RequestError.of(
                                    failure instanceof BodyBytes.TooLarge ? 413 : 400,
                                    "The body cannot be read or is too large."));
                        } else {
                            whole = body;
                            work(() -> GraphQlRequest.ofBody(request.headers().get("Content-Type"), body));
                        }
                    }));
        }
    }

    private interface Reading {
        GraphQlRequest.Read read();
    }

    private void work(Reading read) {
        var unused = exchange.offload(() -> {
                    execute(read.read());
                    return true;
                })
                .whenComplete((done, failure) -> {
                    if (failure instanceof RejectedExecutionException) {
                        refuse(RequestError.of(503, "Service Unavailable"));
                    } else if (failure != null) {
                        response.completeExceptionally(failure);
                    }
                });
    }

    private void execute(GraphQlRequest.Read read) {
        GraphQlRequest asked = read.request();
        if (asked == null) {
            refuse(Objects.requireNonNull(read.error()));
            return;
        }
        CheckedDocument checked = CheckedDocument.of(Objects.requireNonNull(schema), asked.query(), Limits.DEPTH);
        Document document = checked.document();
        if (document == null) {
            refuse(RequestError.of(checked.errors()));
            return;
        }
        OperationDefinition.@Nullable Operation operation = Operations.kind(document, asked.operationName());
        if (isServers(asked, document)) {
            pass();
        } else if (operation == OperationDefinition.Operation.SUBSCRIPTION) {
            refuse(RequestError.of(400, "Subscriptions are not served over HTTP."));
        } else if (operation == OperationDefinition.Operation.MUTATION
                && request.method().equals("GET")) {
            refuse(RequestError.of(405, "A mutation is sent with POST."));
        } else {
            run(asked, document);
        }
    }

    /** Whether nothing that is asked has a resolver, so that the server behind the API gets the request as it is. */
    private boolean isServers(GraphQlRequest asked, Document document) {
        OperationDefinition operation = Operations.of(document, asked.operationName());
        if (fallback == null || operation == null) {
            return false;
        }
        Delegation delegation = new Delegation(Objects.requireNonNull(schema), fallback.resolved(), document);
        resolvers.delegateTo(new FallbackCalls(fallback, delegation, operation, asked, request));
        return !delegation.touches(operation);
    }

    private void pass() {
        Body body = request.method().equals("GET") ? Body.empty() : Body.of(whole);
        BackendCall call = Objects.requireNonNull(fallback).pass(exchange, request, body);
        passed = call;
        var unused = call.response().whenComplete((answer, failure) -> {
            if (answer != null) {
                response.complete(answer);
            } else {
                response.completeExceptionally(
                        failure == null ? new IllegalStateException("no response and no failure") : failure);
            }
        });
    }

    private void run(GraphQlRequest asked, Document document) {
        ExecutionInput made = ExecutionInput.newExecutionInput(asked.query())
                .operationName(asked.operationName())
                .variables(asked.variableValues())
                .graphQLContext(Map.of(
                        Document.class,
                        document,
                        ResolverRuns.class,
                        resolvers,
                        ResultNodesInfo.MAX_RESULT_NODES,
                        Limits.RESULT_NODES))
                .build();
        input = made;
        var unused = Objects.requireNonNull(executor).executeAsync(made).whenComplete((result, failure) -> {
            if (result == null) {
                response.completeExceptionally(
                        failure == null ? new IllegalStateException("the execution gave no result") : failure);
            } else {
                answer(result);
            }
        });
    }

    private void answer(ExecutionResult result) {
        List<GraphQLError> earlier = FieldErrors.of(exchange);
        if (!result.isDataPresent()) {
            refuse(RequestError.of(result.getErrors()));
        } else {
            respond(200, Responses.result(specification(result), earlier));
        }
    }

    private static Map<String, Object> specification(ExecutionResult result) {
        Map<String, Object> members = new java.util.LinkedHashMap<>(result.toSpecification());
        if (!result.getErrors().isEmpty()) {
            members.put(
                    "errors",
                    result.getErrors().stream().map(Responses::members).toList());
        }
        return members;
    }

    private void refuse(RequestError error) {
        respond(error.status(), Responses.errors(error.errors()));
    }

    private void respond(int status, byte[] body) {
        Headers headers = Headers.of(
                "Content-Type", Responses.contentType(request.headers().get("Accept")));
        if (status == 405) {
            headers.add("Allow", "POST");
        }
        response.complete(new HttpResponse(status, "", headers, Body.of(body)));
    }

    @Override
    public CompletionStage<HttpResponse> response() {
        return response;
    }

    @Override
    public void cancel() {
        timer.cancel();
        if (reading != null) {
            reading.cancel();
        }
        ExecutionInput running = input;
        if (running != null) {
            running.cancel();
        }
        if (passed != null) {
            passed.cancel();
        }
        resolvers.cancel();
    }
}
