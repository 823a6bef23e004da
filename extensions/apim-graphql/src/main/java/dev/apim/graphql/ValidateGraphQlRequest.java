package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.csharp.json.JsonNodes;
import dev.apim.core.json.Json;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.kind.CompiledApi;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import graphql.GraphQLError;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One check of a request: size, grammar, schema and depth; then, of a valid one, the rules about its fields.
 *
 * @param errorVariable for the errors, beside {@code GraphQLErrors}
 * @param maxSize bytes
 * @param maxDepth levels
 * @param rules about fields
 */
record ValidateGraphQlRequest(@Nullable String errorVariable, int maxSize, int maxDepth, List<FieldRule> rules)
        implements Policy {
    private static final String ERRORS = "GraphQLErrors";

    @Override
    public Outcome apply(Exchange exchange) {
        GraphQLSchema schema = exchange.get(CompiledApi.KEY) instanceof GraphQlApi api ? api.schema() : null;
        if (schema == null) {
            return Outcome.fail(PolicyFailure.internal(
                    "ApiSchemaNotFound",
                    "validate-graphql-request: the API has no GraphQL schema; make it a GraphQL API with a schema."));
        }
        RequestMessage request = exchange.request();
        boolean get = request.method().equals("GET");
        BytesBody body = request.body().buffered();
        long size = get ? request.url().query().length() : body == null ? 0 : body.length();
        if (size > maxSize) {
            return refused(
                    exchange,
                    RequestError.of(
                            400,
                            "Request's body is " + size + " bytes long and it exceeds the configured limit of "
                                    + maxSize + " bytes."));
        }
        GraphQlRequest.Read read = get
                ? GraphQlRequest.ofQuery(request.url().query())
                : GraphQlRequest.ofBody(
                        request.headers().get("Content-Type"), body == null ? new byte[0] : body.bytes());
        return read.request() == null
                ? refused(exchange, Objects.requireNonNull(read.error()))
                : checked(exchange, schema, read.request());
    }

    private Outcome checked(Exchange exchange, GraphQLSchema schema, GraphQlRequest request) {
        CheckedDocument checked = CheckedDocument.of(schema, request.query(), maxDepth);
        Document document = checked.document();
        if (document == null) {
            return refused(exchange, RequestError.of(checked.errors()));
        }
        if (rules.isEmpty()) {
            return Outcome.next();
        }
        FieldDecisions decisions = new FieldDecisions(schema, rules, exchange);
        decisions.judge(document);
        if (decisions.rejected() != null) {
            return refused(exchange, RequestError.of(List.of(decisions.rejected())));
        }
        return decisions.removed().isEmpty() ? Outcome.next() : without(exchange, document, request, decisions);
    }

    private Outcome without(Exchange exchange, Document document, GraphQlRequest request, FieldDecisions decisions) {
        List<GraphQLError> errors = new ArrayList<>(FieldErrors.of(exchange));
        errors.addAll(decisions.removals());
        exchange.put(FieldErrors.KEY, new FieldErrors(List.copyOf(errors)));
        remember(exchange, errors);
        Document left = FieldRemoval.from(document, decisions.removed());
        OperationDefinition operation = Operations.of(left, request.operationName());
        if (operation != null && FieldRemoval.isEmpty(operation)) {
            byte[] nothing = Responses.result(java.util.Map.of("data", java.util.Map.of()), errors);
            exchange.respondWith(new ResponseMessage(200, "", contentType(exchange), Body.of(nothing)));
            return Outcome.respond();
        }
        replace(exchange.request(), request.with(AstPrinter.printAstCompact(left)));
        return Outcome.next();
    }

    private static void replace(RequestMessage message, GraphQlRequest request) {
        if (message.method().equals("GET")) {
            QueryParameters parameters = QueryParameters.parse(message.url().query())
                    .without("query")
                    .with("query", request.query());
            message.url(message.url().withQuery(parameters.toString()));
            return;
        }
        message.body().replace(Body.of(Json.write(request.members())));
        message.headers().remove("Content-Length");
        message.headers().set("Content-Type", "application/json");
    }

    private Outcome refused(Exchange exchange, RequestError error) {
        remember(exchange, error.errors());
        return Outcome.fail(new PolicyFailure(
                error.status(),
                "GraphQLRequestInvalid",
                error.message(),
                new String(Responses.errors(error.errors()), StandardCharsets.UTF_8),
                contentType(exchange)));
    }

    private static Headers contentType(Exchange exchange) {
        return Headers.of(
                "Content-Type",
                Responses.contentType(exchange.request().headers().get("Accept")));
    }

    /** As expressions see JSON. */
    private void remember(Exchange exchange, List<GraphQLError> errors) {
        JsonNode list = Responses.tree(errors);
        exchange.variables().put(ERRORS, JsonNodes.toJToken(list));
        if (errorVariable != null) {
            exchange.variables().put(errorVariable, JsonNodes.toJToken(list));
        }
    }

    @Override
    public String toString() {
        return "validate-graphql-request max-size=" + maxSize + " max-depth=" + maxDepth + " rules=" + rules.size();
    }
}
