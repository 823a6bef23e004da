package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.GatewaySettings;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.model.Deployment;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A gateway in this process, which makes the calls of a {@link CorpusRun} one after the other.
 *
 * @param gateway under test
 */
record CorpusGateway(TestGateway gateway) implements CorpusRun.Target {
    static CorpusGateway in(String region) {
        Deployment here = new Deployment("s", "contoso", region, "managed", "instance", true);
        return new CorpusGateway(TestGateway.create()
                .settings(GatewaySettings.builder().deployment(here).build()));
    }

    @Override
    public void put(String path, String properties) {
        gateway.put(path, properties);
    }

    @Override
    public void policy(String scope, String document) {
        gateway.policy(scope, document);
    }

    @Override
    public void fragment(String id, String document) {
        gateway.fragment(id, document);
    }

    @Override
    public void namedValue(String name, String value) {
        gateway.namedValue(name, value, false);
    }

    CorpusObserved make(CorpusCall call) {
        StubBackend backends = gateway.backends();
        Deque<JsonNode> answers = new ArrayDeque<>(call.stubs());
        backends.when("", received -> answer(answers.size() > 1 ? answers.remove() : answers.peek()));
        int before = backends.received().size();
        TestCall made = gateway.send(
                call.method(),
                call.target(),
                Body.of(call.body()),
                call.fields().toArray(String[]::new));
        gateway.time().advance(Duration.ofSeconds(call.advance()));
        List<CorpusObserved.Sent> sent = backends.received().stream()
                .skip(before)
                .map(one -> new CorpusObserved.Sent(
                        one.request().method(),
                        one.url(),
                        one.request().headers(),
                        one.body().text()))
                .toList();
        CorpusObserved observed = new CorpusObserved(made.status(), made.reason(), made.headers(), made.text(), sent);
        gateway.time().advance(Duration.ofSeconds(call.then()));
        return observed;
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
}
