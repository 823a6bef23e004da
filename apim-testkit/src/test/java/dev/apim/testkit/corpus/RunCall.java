package dev.apim.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A request, what the backends answer, and what is expected of the gateway. A text that begins with {@code ~} is a pattern.
 *
 * @param node what the table says of it
 */
record RunCall(JsonNode node) {
    private static final String PATTERN = "~";

    void play(TestGateway gateway) {
        for (int i = 0; i < node.path("times").asInt(1); i++) {
            once(gateway);
        }
    }

    private void once(TestGateway gateway) {
        StubBackend backends = gateway.backends();
        Deque<JsonNode> answers = new ArrayDeque<>();
        node.path("stubs").forEach(answers::add);
        backends.when("", received -> answer(answers.size() > 1 ? answers.remove() : answers.peek()));
        int before = backends.received().size();
        String[] request = node.path("request").asText().split(" ", 2);
        TestCall call =
                gateway.send(request[0], request[1], Body.of(node.path("body").asText()), fields());
        gateway.time().advance(Duration.ofSeconds(node.path("advance").asInt(0)));
        expect(call, backends.received().subList(before, backends.received().size()));
        gateway.time().advance(Duration.ofSeconds(node.path("then").asInt(0)));
    }

    private String[] fields() {
        List<String> fields = new ArrayList<>();
        node.path("headers").properties().forEach(field -> {
            fields.add(field.getKey());
            fields.add(field.getValue().asText());
        });
        return fields.toArray(String[]::new);
    }

    private static HttpResponse answer(JsonNode stub) {
        if (stub == null) {
            return HttpResponse.of(200);
        }
        Headers headers = new Headers();
        stub.path("headers")
                .properties()
                .forEach(field -> headers.add(field.getKey(), field.getValue().asText()));
        return new HttpResponse(
                stub.path("status").asInt(200),
                "",
                headers,
                Body.of(stub.path("body").asText()));
    }

    private void expect(TestCall call, List<StubBackend.Received> received) {
        assertThat(call.status())
                .as("status; body %s", call.text())
                .isEqualTo(node.path("status").asInt(200));
        node.path("answer")
                .properties()
                .forEach(field ->
                        matches("response's " + field.getKey(), all(call.headers(), field.getKey()), field.getValue()));
        if (node.has("text")) {
            matches("response's body", call.text(), node.path("text"));
        }
        if (node.has("reason")) {
            matches("reason", call.reason(), node.path("reason"));
        }
        if (node.has("sent")) {
            List<String> sent = new ArrayList<>();
            node.path("sent").forEach(one -> sent.add(one.asText()));
            assertThat(received.stream().map(one -> one.request().method() + " " + one.url()))
                    .as("requests sent")
                    .containsExactlyElementsOf(sent);
        }
        if (!received.isEmpty()) {
            StubBackend.Received first = received.get(0);
            StubBackend.Received last = received.get(received.size() - 1);
            node.path("with")
                    .properties()
                    .forEach(field -> matches(
                            "sent " + field.getKey(), all(last.request().headers(), field.getKey()), field.getValue()));
            if (node.has("url")) {
                matches("last URL sent", last.url(), node.path("url"));
            }
            if (node.has("firstBody")) {
                matches("first body sent", first.body().text(), node.path("firstBody"));
            }
            if (node.has("sentBody")) {
                matches("last body sent", last.body().text(), node.path("sentBody"));
            }
        }
    }

    private static String all(Headers headers, String name) {
        return String.join(",", headers.all(name));
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
