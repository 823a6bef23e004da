package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Cancellable;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.cache.VectorIndex;
import dev.apim.core.json.Json;
import dev.apim.core.policies.integration.ServiceCall;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the prompt turned into a vector, looks for the answer to the nearest one known, and leaves a {@link Ticket} where none is near
 * enough. Whatever goes wrong is a miss.
 */
record SemanticLookup(
        Expression<Double> threshold,
        Expression<String> backendId,
        Selection selection,
        Scope scope,
        IdentityTokens tokens,
        PolicyServices services)
        implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.ai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT = 1024 * 1024;
    private static final String AZURE_OPENAI = "2024-10-21";
    private static final String RESOURCE = "https://cognitiveservices.azure.com/";

    /** What decides how an answer looks. */
    private static final List<String> FORMS = List.of("tools", "functions", "response_format", "text", "n");

    /** What of a request is compared. */
    record Selection(boolean ignoreSystem, @Nullable Integer maxMessages, List<Expression<String>> varyBy) {}

    /** Where an answer is to be stored. */
    record Ticket(String partition, float[] vector) {
        static final ExchangeKey<Ticket> KEY = ExchangeKey.of("semantic-cache-ticket");
    }

    @Override
    public Outcome apply(Exchange exchange) {
        BytesBody bytes = exchange.request().body().inMemory();
        ModelRequest request = ModelRequest.parse(
                bytes == null ? new byte[0] : bytes.bytes(),
                exchange.originalUrl().path());
        String prompt = PromptText.of(request, role -> !selection.ignoreSystem() || !isSystem(role));
        int messages = request.body().path("messages").size();
        boolean many = selection.maxMessages() != null && messages > selection.maxMessages();
        if (!request.asksForText() || prompt.isBlank() || many || !request.isTextAlone()) {
            exchange.trace("Not looked for by its meaning: " + why(request, many));
            return Outcome.next();
        }
        String id = Objects.requireNonNullElse(backendId.evaluate(exchange), "");
        Optional<ServiceCall.Entity> backend = ServiceCall.entity(exchange, scope, id);
        if (backend.isEmpty()) {
            return missed(exchange, "backend '" + id + "' does not exist or is a pool");
        }
        Double distance = threshold.evaluate(exchange);
        Search search =
                new Search(partition(exchange, request), distance == null ? 0 : distance, prompt, backend.get());
        boolean authorized = backend.get().backend().authorization() != null
                || !backend.get().backend().headers().isEmpty()
                || !backend.get().backend().query().isEmpty();
        return authorized || tokens == IdentityTokens.NONE
                ? embed(exchange, search, null)
                : tokens.token(exchange, RESOURCE, null, (e, token, failure) -> embed(e, search, token));
    }

    private static String why(ModelRequest request, boolean many) {
        return many
                ? "it has many messages."
                : request.isTextAlone() ? "it asks for no text." : "what it means is not in its text alone.";
    }

    private record Search(String partition, double distance, String prompt, ServiceCall.Entity backend) {}

    private static boolean isSystem(String role) {
        return role.equals("system") || role.equals("developer");
    }

    /** Answers of one API, model, form and kind of caller are never given to another. */
    private String partition(Exchange exchange, ModelRequest request) {
        StringBuilder key = new StringBuilder();
        part(key, exchange.api() == null ? "" : exchange.api().id());
        part(key, exchange.request().url().path());
        part(key, request.model());
        part(key, request.streams() ? "stream" : "");
        for (String form : FORMS) {
            part(key, request.body().path(form).toString());
        }
        for (Expression<String> varies : selection.varyBy()) {
            part(key, Objects.requireNonNullElse(varies.evaluate(exchange), ""));
        }
        return key.toString();
    }

    private static void part(StringBuilder key, String value) {
        key.append(value.length()).append(':').append(value).append('|');
    }

    private Outcome embed(Exchange exchange, Search search, @Nullable String token) {
        ObjectNode question = Json.mapper().createObjectNode().put("input", search.prompt());
        Headers headers = Headers.of("Content-Type", "application/json");
        if (token != null) {
            headers.set("Authorization", "Bearer " + token);
        }
        return ServiceCall.send(
                exchange,
                services,
                ServiceCall.post(
                        exchange,
                        search.backend(),
                        path(search.backend().backend()),
                        headers,
                        Body.of(Json.write(question)),
                        PATIENCE),
                ANSWER_LIMIT,
                (e, answer, failure) -> embedded(e, search, answer));
    }

    /** Azure's backends name the embeddings themselves; others, what the embeddings are under. */
    private static String path(Backend backend) {
        Url url = Url.parse(backend.url());
        String path =
                url.path().endsWith("/") ? url.path().substring(0, url.path().length() - 1) : url.path();
        boolean versioned = url.query().contains("api-version=")
                || backend.query().keySet().stream().anyMatch("api-version"::equalsIgnoreCase);
        return (path.endsWith("/embeddings") ? "" : "/embeddings")
                + (path.contains("/openai/deployments/") && !versioned ? "?api-version=" + AZURE_OPENAI : "");
    }

    private Outcome embedded(Exchange exchange, Search search, @Nullable ResponseMessage answer) {
        float[] vector = answer == null || answer.status() != 200 ? new float[0] : vector(answer);
        if (vector.length == 0) {
            return missed(exchange, "the embeddings backend gave no vector");
        }
        Ticket ticket = new Ticket(search.partition(), vector);
        return Outcome.suspend(
                services.vectorIndex().nearest(search.partition(), vector, search.distance()),
                (e, match, failure) -> match == null ? miss(e, ticket) : hit(e, match),
                Cancellable.none());
    }

    private static float[] vector(ResponseMessage answer) {
        BytesBody bytes = answer.body().buffered();
        try {
            JsonNode json = bytes == null ? null : Json.mapper().readTree(bytes.bytes());
            JsonNode numbers = json == null ? null : json.path("data").path(0).path("embedding");
            float[] vector = new float[numbers == null ? 0 : numbers.size()];
            for (int i = 0; i < vector.length && numbers != null; i++) {
                vector[i] = numbers.get(i).floatValue();
            }
            return vector;
        } catch (IOException notJson) {
            return new float[0];
        }
    }

    /** Whoever is answered from the cache may not read what the first one could. */
    private static Outcome miss(Exchange exchange, Ticket ticket) {
        exchange.put(Ticket.KEY, ticket);
        exchange.request().headers().remove("Accept-Encoding");
        exchange.trace("Nothing near enough is in the semantic cache.");
        return Outcome.next();
    }

    private static Outcome missed(Exchange exchange, String why) {
        LOG.debug("the semantic cache was not asked: {}", why);
        exchange.trace("The semantic cache was not asked: " + why + ".");
        return Outcome.next();
    }

    private static Outcome hit(Exchange exchange, VectorIndex.Match match) {
        CachedResponse found = match.response();
        exchange.respondWith(new ResponseMessage(
                found.status(), found.reason(), found.headers().copy(), Body.of(found.body())));
        exchange.trace("Answered from the semantic cache; distance " + match.distance() + ".");
        return Outcome.cacheHit();
    }

    @Override
    public String toString() {
        return "semantic-cache-lookup score-threshold=" + threshold + " embeddings-backend-id=" + backendId;
    }
}
