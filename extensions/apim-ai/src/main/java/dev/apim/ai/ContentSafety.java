package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.core.policies.integration.ServiceCall;
import dev.apim.core.policies.message.ResponseWatch;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Azure AI Content Safety about the texts of a call (REST: {@code text:shieldPrompt}, {@code text:analyze}, 2024-09-01): what it
 * finds at or above a threshold, or in a blocklist, is refused with 403; what it cannot check does not pass.
 */
record ContentSafety(
        Expression<String> backendId,
        Expression<Boolean> shield,
        Expression<Boolean> completions,
        Checks checks,
        Scope scope,
        PolicyServices services)
        implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.ai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT = 256 * 1024;
    private static final int LONGEST_TEXT = 10_000;
    private static final String VERSION = "?api-version=2024-09-01";

    /** What is looked for. */
    record Checks(
            List<Category> categories, @Nullable Expression<String> outputType, List<Expression<String>> blocklists) {
        boolean areAny() {
            return !categories.isEmpty() || !blocklists.isEmpty();
        }
    }

    /** A category and the severity from which on it is refused. */
    record Category(Expression<String> name, Expression<Integer> threshold) {}

    /** What was evaluated when the request came. */
    private record Asked(
            ServiceCall.Entity service, ObjectNode question, Map<String, Integer> thresholds, boolean analyzes) {}

    @Override
    public Outcome apply(Exchange exchange) {
        String id = Objects.requireNonNullElse(backendId.evaluate(exchange), "");
        Optional<ServiceCall.Entity> service = ServiceCall.entity(exchange, scope, id);
        if (service.isEmpty()) {
            return unavailable("backend '" + id + "' does not exist or is a pool; name a single backend");
        }
        BytesBody bytes = exchange.request().body().inMemory();
        ModelRequest request = ModelRequest.parse(
                bytes == null ? new byte[0] : bytes.bytes(),
                exchange.originalUrl().path());
        if (!request.unread().isBlank()) {
            String message = "The request is no JSON object whose text can be checked.";
            return Outcome.fail(PolicyFailure.of(400, "ContentSafetyFailure", message));
        }
        Asked asked = asked(exchange, service.get());
        if (Boolean.TRUE.equals(completions.evaluate(exchange))) {
            ResponseWatch.add(exchange, e -> answered(e, asked));
        }
        String text = PromptText.of(request);
        boolean shields = Boolean.TRUE.equals(shield.evaluate(exchange));
        if (text.isBlank() || !shields && !asked.analyzes()) {
            return Outcome.next();
        }
        if (text.length() > LONGEST_TEXT) {
            return unavailable("the prompt has more than the " + LONGEST_TEXT + " characters that can be checked");
        }
        return shields ? shield(exchange, asked, text) : analyze(exchange, asked, text, "Request");
    }

    private Asked asked(Exchange exchange, ServiceCall.Entity service) {
        ObjectNode question = Json.mapper().createObjectNode();
        Map<String, Integer> thresholds = new HashMap<>();
        ArrayNode names = question.putArray("categories");
        for (Category category : checks.categories()) {
            String name = Objects.requireNonNullElse(category.name().evaluate(exchange), "");
            Integer threshold = category.threshold().evaluate(exchange);
            names.add(name);
            thresholds.put(name.toLowerCase(Locale.ROOT), threshold == null ? 0 : threshold);
        }
        ArrayNode lists = question.putArray("blocklistNames");
        checks.blocklists().forEach(list -> lists.add(Objects.requireNonNullElse(list.evaluate(exchange), "")));
        String outputType =
                checks.outputType() == null ? null : checks.outputType().evaluate(exchange);
        question.put("outputType", outputType == null ? "FourSeverityLevels" : outputType);
        return new Asked(service, question, thresholds, checks.areAny());
    }

    private Outcome shield(Exchange exchange, Asked asked, String text) {
        ObjectNode question = Json.mapper().createObjectNode().put("userPrompt", text);
        question.putArray("documents");
        return ask(exchange, asked, "/contentsafety/text:shieldPrompt", question, (e, answer) -> {
            boolean attack =
                    answer.path("userPromptAnalysis").path("attackDetected").asBoolean(false);
            if (attack) {
                return refused("Request", "an attack on the model");
            }
            return asked.analyzes() ? analyze(e, asked, text, "Request") : Outcome.next();
        });
    }

    private Outcome analyze(Exchange exchange, Asked asked, String text, String what) {
        ObjectNode question = asked.question().deepCopy().put("text", text);
        question.put("haltOnBlocklistHit", false);
        if (asked.thresholds().isEmpty()) {
            question.remove("categories");
        }
        return ask(exchange, asked, "/contentsafety/text:analyze", question, (e, answer) -> {
            if (!answer.path("blocklistsMatch").isEmpty()) {
                return refused(what, "an entry of a blocklist");
            }
            for (JsonNode found : answer.path("categoriesAnalysis")) {
                String name = found.path("category").asText("");
                Integer threshold = asked.thresholds().get(name.toLowerCase(Locale.ROOT));
                if (threshold != null && found.path("severity").asInt(0) >= threshold) {
                    return refused(what, name);
                }
            }
            return Outcome.next();
        });
    }

    private interface Verdict {
        Outcome go(Exchange exchange, JsonNode answer);
    }

    private Outcome ask(Exchange exchange, Asked asked, String path, ObjectNode question, Verdict verdict) {
        return ServiceCall.send(
                exchange,
                services,
                ServiceCall.post(
                        exchange,
                        asked.service(),
                        path + VERSION,
                        Headers.of("Content-Type", "application/json"),
                        Body.of(Json.write(question)),
                        PATIENCE),
                ANSWER_LIMIT,
                (e, response, failure) -> {
                    JsonNode answer = response == null || response.status() != 200 ? null : json(response);
                    if (answer == null) {
                        LOG.warn(
                                "content safety did not answer: {}",
                                response == null ? String.valueOf(failure) : "status " + response.status());
                        return unavailable("the content safety service gave no answer");
                    }
                    return verdict.go(e, answer);
                });
    }

    private static @Nullable JsonNode json(ResponseMessage response) {
        BytesBody bytes = response.body().buffered();
        try {
            JsonNode node = bytes == null ? null : Json.mapper().readTree(bytes.bytes());
            return node != null && node.isObject() ? node : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private Outcome answered(Exchange exchange, Asked asked) {
        if (exchange.response().status() >= 300 || !asked.analyzes()) {
            return Outcome.next();
        }
        return WholeAnswer.read(exchange, (e, text) -> {
            if (text.isBlank()) {
                return Outcome.next();
            }
            return text.length() > LONGEST_TEXT
                    ? unavailable("the answer has more than the " + LONGEST_TEXT + " characters that can be checked")
                    : analyze(e, asked, text, "Response");
        });
    }

    private static Outcome refused(String what, String found) {
        return Outcome.fail(new PolicyFailure(
                403,
                "ContentSafetyViolation",
                what + " failed the content safety check: " + found + " was detected.",
                what + " failed content safety check.",
                new Headers()));
    }

    private static Outcome unavailable(String why) {
        return Outcome.fail(
                PolicyFailure.internal("ContentSafetyFailure", "The content could not be checked: " + why + "."));
    }

    @Override
    public String toString() {
        return "llm-content-safety backend-id=" + backendId + " shield-prompt=" + shield;
    }
}
