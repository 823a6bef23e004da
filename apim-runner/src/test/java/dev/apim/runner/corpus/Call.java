package dev.apim.runner.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A request of a {@link Description}, and how backends answer meanwhile.
 *
 * @param of where it is from
 * @param node what is said of it
 */
record Call(Description of, JsonNode node) {
    /** What to call it: its name, or else its line. */
    String name() {
        return node.path("name").asText(node.path("request").asText());
    }

    int times() {
        return node.path("times").asInt(1);
    }

    /** Seconds until the next. */
    int then() {
        return node.path("then").asInt(0);
    }

    /** Where the gateway stands; empty for wherever the one before stood. */
    String region() {
        return node.path("region").asText();
    }

    /** How a backend answers, in turn, the last again. */
    List<JsonNode> answers() {
        List<JsonNode> answers = new ArrayList<>();
        JsonNode names = node.path("backend");
        if (names.isArray()) {
            names.forEach(name -> answers.add(answer(name)));
        } else {
            answers.add(answer(names));
        }
        return answers;
    }

    private JsonNode answer(JsonNode name) {
        return name.isObject() ? name : of.general().path("answers").path(name.asText("json"));
    }

    /** What other services answer, by part of their URL, during this call only. */
    JsonNode services() {
        return node.path("services");
    }

    /** A request with the same fields to an API that only runs what the description puts ahead of a document without base. */
    HttpRequest ahead() {
        return request("GET /ahead");
    }

    HttpRequest request() {
        return request(node.path("request").asText());
    }

    private HttpRequest request(String written) {
        String[] line = written.split(" ", 2);
        Headers headers = Headers.of("Host", "gateway.test");
        node.path("headers").properties().forEach(field -> headers.set(field.getKey(), value(field.getValue())));
        boolean certified = node.path("certificate").asBoolean();
        return new HttpRequest(
                line[0],
                certified ? "https" : node.path("scheme").asText("http"),
                headers.getOrDefault("Host", ""),
                line[1],
                "HTTP/1.1",
                node.path("peer").asText("203.0.113.7"),
                headers,
                node.has("body") ? Body.of(of.filled(node.path("body").asText())) : Body.empty(),
                certified ? Tokens.certificate() : null);
    }

    private String value(JsonNode field) {
        return field.isObject() ? "Bearer " + of.token(field) : of.filled(field.asText());
    }

    @Override
    public String toString() {
        return name() + " (" + node.path("backend").asText("json") + ")";
    }
}
