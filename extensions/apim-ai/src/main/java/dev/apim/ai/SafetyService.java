package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.core.policies.integration.ServiceCall;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Azure AI Content Safety (REST: {@code text:shieldPrompt}, {@code text:analyze}, 2024-09-01): what it finds at or above a threshold, or
 * in a blocklist, is refused with 403. It is asked with the credentials of its backend entity, or else with the gateway's identity.
 */
record SafetyService(
        Expression<String> backendId, Checks checks, Scope scope, IdentityTokens tokens, PolicyServices services) {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.ai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT = 256 * 1024;
    private static final int MOST_WINDOWS = 256;
    private static final String VERSION = "?api-version=2024-09-01";
    private static final String RESOURCE = "https://cognitiveservices.azure.com/";

    /** What is looked for. */
    record Checks(
            List<Category> categories, @Nullable Expression<String> outputType, List<Expression<String>> blocklists) {
        boolean areAny() {
            return !categories.isEmpty() || !blocklists.isEmpty();
        }
    }

    /** A category and the severity from which on it is refused. */
    record Category(Expression<String> name, Expression<Integer> threshold) {}

    /** What was evaluated when the policy ran. */
    record Asked(ServiceCall.Entity service, ObjectNode question, Map<String, Integer> thresholds, boolean analyzes) {}

    private interface Verdict {
        Outcome go(Exchange exchange, JsonNode answer);
    }

    /** What is to be asked; {@code null} where the backend is not there. */
    @Nullable
    Asked asked(Exchange exchange) {
        String id = Objects.requireNonNullElse(backendId.evaluate(exchange), "");
        ServiceCall.Entity service = ServiceCall.entity(exchange, scope, id).orElse(null);
        if (service == null) {
            return null;
        }
        ObjectNode question = Json.mapper().createObjectNode();
        Map<String, Integer> thresholds = new HashMap<>();
        ArrayNode names = question.putArray("categories");
        for (Category category : checks.categories()) {
            String name = Objects.requireNonNullElse(category.name().evaluate(exchange), "");
            Integer threshold = category.threshold().evaluate(exchange);
            names.add(name);
            thresholds.put(name.toLowerCase(Locale.ROOT), threshold == null ? 0 : threshold);
        }
        if (thresholds.isEmpty()) {
            question.remove("categories");
        }
        ArrayNode lists = question.putArray("blocklistNames");
        checks.blocklists().forEach(list -> lists.add(Objects.requireNonNullElse(list.evaluate(exchange), "")));
        String outputType =
                checks.outputType() == null ? null : checks.outputType().evaluate(exchange);
        question.put("outputType", outputType == null ? "FourSeverityLevels" : outputType);
        return new Asked(service, question, thresholds, checks.areAny());
    }

    /** Looks for an attack on the model in a prompt, which is looked at as a whole, and goes on where there is none. */
    Outcome shield(Exchange exchange, Asked asked, String text, Function<Exchange, Outcome> then) {
        if (text.isBlank()) {
            return then.apply(exchange);
        }
        if (text.length() > TextWindows.LONGEST) {
            return unavailable("the prompt has more than the " + TextWindows.LONGEST
                    + " characters in which attacks can be looked for");
        }
        ObjectNode question = Json.mapper().createObjectNode().put("userPrompt", text);
        question.putArray("documents");
        return ask(exchange, asked, "/contentsafety/text:shieldPrompt", question, (e, answer) -> {
            boolean attack =
                    answer.path("userPromptAnalysis").path("attackDetected").asBoolean(false);
            return attack ? refused("Request", "an attack on the model") : then.apply(e);
        });
    }

    /** Looks for what is not wanted in a text, window by window, and goes on where there is nothing. */
    Outcome analyze(Exchange exchange, Asked asked, TextWindows windows, String text, String what) {
        if (text.isBlank() || !asked.analyzes()) {
            return Outcome.next();
        }
        List<String> parts = windows.of(text);
        return parts.size() > MOST_WINDOWS
                ? unavailable("the text has " + parts.size() + " windows, more than the " + MOST_WINDOWS
                        + " that are checked")
                : analyze(exchange, asked, parts, 0, what);
    }

    private Outcome analyze(Exchange exchange, Asked asked, List<String> parts, int index, String what) {
        if (index == parts.size()) {
            return Outcome.next();
        }
        ObjectNode question = asked.question().deepCopy().put("text", parts.get(index));
        question.put("haltOnBlocklistHit", false);
        return ask(exchange, asked, "/contentsafety/text:analyze", question, (e, answer) -> {
            String found = found(asked, answer);
            return found == null ? analyze(e, asked, parts, index + 1, what) : refused(what, found);
        });
    }

    /** What the service has found that is not wanted. */
    private static @Nullable String found(Asked asked, JsonNode answer) {
        if (!answer.path("blocklistsMatch").isEmpty()) {
            return "an entry of a blocklist";
        }
        for (JsonNode found : answer.path("categoriesAnalysis")) {
            String name = found.path("category").asText("");
            Integer threshold = asked.thresholds().get(name.toLowerCase(Locale.ROOT));
            if (threshold != null && found.path("severity").asInt(0) >= threshold) {
                return name;
            }
        }
        return null;
    }

    private Outcome ask(Exchange exchange, Asked asked, String path, ObjectNode question, Verdict verdict) {
        Headers headers = Headers.of("Content-Type", "application/json");
        boolean authorized = asked.service().backend().authorization() != null
                || !asked.service().backend().headers().isEmpty()
                || !asked.service().backend().query().isEmpty();
        return authorized || tokens == IdentityTokens.NONE
                ? send(exchange, asked, path, question, headers, verdict)
                : tokens.token(exchange, RESOURCE, null, (e, token, failure) -> {
                    if (token != null) {
                        headers.set("Authorization", "Bearer " + token);
                    }
                    return send(e, asked, path, question, headers, verdict);
                });
    }

    private Outcome send(
            Exchange exchange, Asked asked, String path, ObjectNode question, Headers headers, Verdict verdict) {
        return ServiceCall.send(
                exchange,
                services,
                ServiceCall.post(
                        exchange, asked.service(), path + VERSION, headers, Body.of(Json.write(question)), PATIENCE),
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

    private static Outcome refused(String what, String found) {
        return Outcome.fail(new PolicyFailure(
                403,
                "ContentSafetyViolation",
                what + " failed the content safety check: " + found + " was detected.",
                what + " failed content safety check.",
                new Headers()));
    }

    /** What cannot be checked does not pass. */
    Outcome unavailable(String why) {
        return Outcome.fail(
                PolicyFailure.internal("ContentSafetyFailure", "The content could not be checked: " + why + "."));
    }

    @Override
    public String toString() {
        return "backend-id=" + backendId;
    }
}
