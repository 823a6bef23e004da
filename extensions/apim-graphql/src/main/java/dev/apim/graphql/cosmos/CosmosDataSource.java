package dev.apim.graphql.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Time;
import dev.apim.core.json.Json;
import dev.apim.core.policies.message.Destination;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Statements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question to Cosmos DB: what is templated is rendered, the body made, the request signed and sent; a query without paging goes on to
 * the last page.
 */
record CosmosDataSource(Container container, CosmosOperation operation, Steps steps, Time time) implements Policy {
    /** Where the token of the gateway's identity is put. */
    static final String TOKEN = "cosmosdb-data-source-token";

    private static final int ITEMS = 10_000;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /**
     * Which container.
     *
     * @param computed whether an expression says where the account is
     */
    record Container(
            Expression<String> account, Expression<String> database, Expression<String> name, boolean computed) {}

    /**
     * What runs on the way.
     *
     * @param identity gets a token, where no key is used
     * @param body makes the item
     * @param forward sends
     * @param read brings the answer into memory
     * @param response shapes it
     */
    record Steps(
            @Nullable Statements identity, Statements body, Statements forward, Statements read, Statements response) {}

    @Override
    public Outcome apply(Exchange exchange) {
        List<CosmosText> templates = operation
                .texts()
                .filter(text -> text != null && text.template() != null)
                .map(Objects::requireNonNull)
                .toList();
        return render(exchange, templates, 0, new IdentityHashMap<>());
    }

    /** Renders one template after the other, each over an exchange of its own whose body holds the arguments. */
    private Outcome render(Exchange exchange, List<CosmosText> templates, int at, Map<CosmosText, String> rendered) {
        if (at == templates.size()) {
            return identify(exchange, rendered);
        }
        CosmosText template = templates.get(at);
        BytesBody arguments = exchange.request().body().inMemory();
        Exchange own = exchange.within(new RequestMessage(
                "POST",
                exchange.request().url(),
                Headers.of("Content-Type", "application/json"),
                arguments == null ? Body.empty() : arguments));
        Statements.Running running = Objects.requireNonNull(template.template()).start(own);
        return Outcome.suspend(
                running.outcome(),
                (same, outcome, failure) -> {
                    if (outcome instanceof Outcome.Fail) {
                        return outcome;
                    }
                    BytesBody made = own.request().body().inMemory();
                    rendered.put(template, made == null ? "" : new String(made.bytes(), StandardCharsets.UTF_8));
                    return render(same, templates, at + 1, rendered);
                },
                running);
    }

    private Outcome identify(Exchange exchange, Map<CosmosText, String> rendered) {
        Outcome.Resumption<Outcome> then = (own, done, failure) -> done instanceof Outcome.Fail
                ? done
                : steps.body().run(own, (same, made, f) -> made instanceof Outcome.Fail ? made : ask(same, rendered));
        return steps.identity() == null
                ? then.resume(exchange, Outcome.next(), null)
                : steps.identity().run(exchange, then);
    }

    private Outcome ask(Exchange exchange, Map<CosmosText, String> rendered) {
        try {
            CosmosAccount account = CosmosAccount.parse(text(container.account(), exchange));
            String collection = "dbs/" + text(container.database(), exchange).strip() + "/colls/"
                    + text(container.name(), exchange).strip();
            CosmosCall call = operation.call(collection, exchange, rendered);
            return send(exchange, account, call, JsonNodeFactory.instance.arrayNode());
        } catch (CosmosFailure | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Expression<String> expression, Exchange exchange) {
        return Objects.requireNonNullElse(expression.evaluate(exchange), "");
    }

    private Outcome send(Exchange exchange, CosmosAccount account, CosmosCall call, ArrayNode found) {
        String date = DATE.format(time.now().atOffset(ZoneOffset.UTC));
        String authorization;
        if (account.key() != null && steps.identity() == null) {
            authorization = MasterKey.authorization(account.key(), call.method(), "docs", call.link(), date);
        } else if (exchange.variables().get(TOKEN) instanceof String token) {
            authorization = MasterKey.authorization(token);
        } else {
            return failed("there is neither an AccountKey nor a token of the gateway's identity");
        }
        RequestMessage request = exchange.request();
        request.method(call.method());
        request.url(account.endpoint().withPath(call.path()));
        request.headers().removeNames(name -> true);
        Headers headers = call.headers();
        for (int i = 0; i < headers.size(); i++) {
            request.headers().add(headers.nameAt(i), headers.valueAt(i));
        }
        request.headers()
                .set("Accept", "application/json")
                .set("x-ms-version", "2018-12-31")
                .set("x-ms-date", date)
                .set("Authorization", authorization);
        request.body().replace(call.body());
        exchange.put(Destination.CHOSEN, new Destination(account.endpoint(), null, null, container.computed()));
        return steps.forward()
                .run(
                        exchange,
                        (own, sent, failure) -> sent instanceof Outcome.Fail
                                ? sent
                                : steps.read()
                                        .run(
                                                own,
                                                (same, read, f) -> read instanceof Outcome.Fail
                                                        ? read
                                                        : answered(same, account, call, found)));
    }

    private Outcome answered(Exchange exchange, CosmosAccount account, CosmosCall call, ArrayNode found) {
        ResponseMessage answer = exchange.response();
        boolean missing = answer.status() == 404 && operation instanceof CosmosOperation.Read;
        if (answer.status() >= 400 && !missing) {
            return Outcome.fail(PolicyFailure.internal(
                    "CosmosRequestFailed",
                    "cosmosdb-data-source: the account answered with status " + answer.status()));
        }
        if (!(operation instanceof CosmosOperation.Query query)) {
            return shaped(
                    exchange,
                    missing || answer.status() == 204
                            ? Body.empty()
                            : answer.body().inMemory());
        }
        JsonNode page = tree(answer.body().inMemory());
        page.path("Documents").forEach(found::add);
        String more = answer.headers().get("x-ms-continuation");
        if (more == null || more.isEmpty() || query.pageSize() != null) {
            return shaped(exchange, Body.of(Json.write(items(found, more))));
        }
        if (found.size() > ITEMS) {
            return failed("the query gives more than " + ITEMS + " items; ask for pages");
        }
        call.headers().set("x-ms-continuation", more);
        return send(exchange, account, call, found);
    }

    private static JsonNode tree(@Nullable BytesBody body) {
        try {
            return body == null
                    ? JsonNodeFactory.instance.objectNode()
                    : Json.mapper().readTree(body.bytes());
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static ObjectNode items(ArrayNode found, @Nullable String continuation) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("items", found);
        result.put("continuationToken", continuation);
        return result;
    }

    private Outcome shaped(Exchange exchange, @Nullable Body body) {
        exchange.respondWith(new ResponseMessage(
                200, "", Headers.of("Content-Type", "application/json"), body == null ? Body.empty() : body));
        return steps.response()
                .run(exchange, (own, outcome, failure) -> outcome instanceof Outcome.Fail ? outcome : Outcome.next());
    }

    private static Outcome failed(String message) {
        return Outcome.fail(PolicyFailure.internal("CosmosRequestFailed", "cosmosdb-data-source: " + message));
    }

    @Override
    public String toString() {
        return "cosmosdb-data-source";
    }
}
