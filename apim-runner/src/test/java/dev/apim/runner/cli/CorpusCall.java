package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.http.Headers;
import java.util.ArrayList;
import java.util.List;

/**
 * A request, what the backends answer, and what is expected of the gateway. A text that begins with {@code ~} is a pattern.
 *
 * @param node what the table says of it
 */
record CorpusCall(JsonNode node) {
    private static final String PATTERN = "~";

    /** How often it is made. */
    int times() {
        return node.path("times").asInt(1);
    }

    /** Whether it comes out as expected only after the calls before it, or after itself. */
    boolean isAfter() {
        return node.path("after").asBoolean();
    }

    String method() {
        return node.path("request").asText().split(" ", 2)[0];
    }

    String target() {
        return node.path("request").asText().split(" ", 2)[1];
    }

    String body() {
        return node.path("body").asText();
    }

    /** Names and values in turn. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        node.path("headers").properties().forEach(field -> {
            fields.add(field.getKey());
            fields.add(field.getValue().asText());
        });
        return fields;
    }

    /** What backends answer, in turn. */
    List<JsonNode> stubs() {
        List<JsonNode> stubs = new ArrayList<>();
        node.path("stubs").forEach(stubs::add);
        return stubs;
    }

    /** Seconds until the answer is looked at. */
    int advance() {
        return node.path("advance").asInt(0);
    }

    /** Seconds until the next call. */
    int then() {
        return node.path("then").asInt(0);
    }

    void expect(CorpusObserved call) {
        assertThat(call.status())
                .as("status; body %s", call.text())
                .isEqualTo(node.path("status").asInt(200));
        fields("answer", "response's ", call.headers());
        matches("text", "response's body", call.text());
        matches("reason", "reason", call.reason());
        if (node.has("sent")) {
            List<String> sent = new ArrayList<>();
            node.path("sent").forEach(one -> sent.add(one.asText()));
            assertThat(call.sent())
                    .extracting(Object::toString)
                    .as("requests sent")
                    .isEqualTo(sent);
        }
        if (!call.sent().isEmpty()) {
            CorpusObserved.Sent last = call.sent().get(call.sent().size() - 1);
            fields("with", "sent ", last.headers());
            matches("url", "last URL sent", last.url());
            matches("firstBody", "first body sent", call.sent().get(0).body());
            matches("sentBody", "last body sent", last.body());
        }
    }

    private void fields(String member, String what, Headers headers) {
        node.path(member)
                .properties()
                .forEach(field -> matches(
                        what + field.getKey(), String.join(",", headers.all(field.getKey())), field.getValue()));
    }

    private void matches(String member, String what, String found) {
        if (node.has(member)) {
            matches(what, found, node.path(member));
        }
    }

    private static void matches(String what, String found, JsonNode expected) {
        String text = expected.asText();
        if (text.startsWith(PATTERN)) {
            assertThat(found).as(what).matches("(?s)" + text.substring(1));
        } else {
            assertThat(found).as(what).isEqualTo(text);
        }
    }
}
