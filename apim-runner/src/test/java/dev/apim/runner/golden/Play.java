package dev.apim.runner.golden;

import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The requests of a case: {@code times} of them, of which the last is looked at. {@code slow.test} never answers; the backend cannot be
 * reached where the element stands in on-error. {@code silent-host} and {@code broken-host} name others that never answer or fail.
 */
record Play(Case expected, Section section, Scope scope) {
    private static final int LONGEST_WAIT = 400;

    Observed on(TestGateway gateway) {
        backends(gateway);
        TestCall call = send(gateway, 0);
        for (int i = 1; i < expected.number("times", 1); i++) {
            gateway.time().advance(Duration.ofSeconds(expected.number("pause", 0)));
            call = send(gateway, i);
        }
        Duration start = gateway.time().elapsed();
        while (!call.isAnswered() && seconds(gateway, start) < LONGEST_WAIT) {
            gateway.time().advance(Duration.ofSeconds(1));
        }
        return new Observed(gateway, call, section, gateway.time().elapsed().minus(start));
    }

    private static long seconds(TestGateway gateway, Duration start) {
        return gateway.time().elapsed().minus(start).toSeconds();
    }

    private void backends(TestGateway gateway) {
        gateway.backends().whenLater("slow.test", request -> new CompletableFuture<>());
        gateway.backends().fail("down.test", BackendException.Kind.CONNECTION);
        gateway.backends()
                .answer(
                        "service.test",
                        expected.number("service-status", 202),
                        expected.text("service-type", "text/plain"),
                        expected.text("service-body", "from service"));
        if (expected.has("silent-host")) {
            gateway.backends().whenLater(expected.text("silent-host", ""), request -> new CompletableFuture<>());
        }
        if (expected.has("broken-host")) {
            gateway.backends().answer(expected.text("broken-host", ""), 500, "text/plain", "broken");
        }
        if (section == Section.ON_ERROR) {
            gateway.backends().fail("backend.test", BackendException.Kind.CONNECTION);
        } else if (expected.has("silent")) {
            gateway.backends().whenLater("backend.test", request -> timedOut(gateway, request));
        } else {
            Headers headers = fields("backend-headers");
            String body = expected.text("backend-body", "from backend");
            int status = expected.number("backend-status", 200);
            gateway.backends()
                    .when("backend.test", request -> new HttpResponse(status, "", headers.copy(), Body.of(body)));
        }
    }

    /** A client gives up by itself when the head does not come in time. */
    private static CompletableFuture<HttpResponse> timedOut(TestGateway gateway, StubBackend.Received received) {
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        gateway.time()
                .schedule(
                        received.request().timeout(),
                        () -> answer.completeExceptionally(
                                new BackendException(BackendException.Kind.TIMEOUT, "no answer in time", null)));
        return answer;
    }

    private TestCall send(TestGateway gateway, int turn) {
        List<String> headers = new ArrayList<>();
        expected.map("headers").forEach((name, value) -> {
            headers.add(name);
            headers.add(value);
        });
        if (expected.has("turning-header")) {
            headers.addAll(List.of(expected.text("turning-header", ""), "turn-" + turn));
        }
        if (scope != Scope.WORKSPACE) {
            headers.addAll(List.of("Ocp-Apim-Subscription-Key", "key-1"));
        }
        String body = expected.text("body", "");
        return gateway.send(
                expected.text("method", "GET"),
                expected.text("target", "/echo/7")
                        + (expected.has("turning-parameter")
                                ? "?" + expected.text("turning-parameter", "") + "=" + turn
                                : ""),
                body.isEmpty() ? Body.empty() : new OnceBody(body),
                headers.toArray(String[]::new));
    }

    private Headers fields(String name) {
        Headers headers = new Headers();
        expected.map(name).forEach(headers::add);
        return headers;
    }
}
