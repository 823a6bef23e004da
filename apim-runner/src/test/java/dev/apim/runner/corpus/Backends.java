package dev.apim.runner.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Backends and services that answer as a {@link Call} says. */
final class Backends {
    private final TestGateway gateway;
    private final Description description;
    private final Deque<JsonNode> answers = new ArrayDeque<>();

    Backends(TestGateway gateway, Description description) {
        this.gateway = gateway;
        this.description = description;
        gateway.backends()
                .whenLater("", received -> answer(received, answers.size() > 1 ? answers.remove() : answers.peek()));
        description.map("services").forEach(this::service);
    }

    private void service(String urlPart, JsonNode answer) {
        gateway.backends().whenLater(urlPart, received -> answer(received, answer));
    }

    /** Answers so from now on. */
    void during(Call call) {
        answers.clear();
        answers.addAll(call.answers());
        if (!call.services().isMissingNode()) {
            call.services().properties().forEach(each -> service(each.getKey(), each.getValue()));
        }
    }

    /** Forgets what a call said of services. */
    void after(Call call) {
        if (!call.services().isMissingNode()) {
            description.map("services").forEach(this::service);
        }
    }

    private CompletionStage<HttpResponse> answer(StubBackend.Received received, JsonNode answer) {
        if (answer.has("fail")) {
            return CompletableFuture.failedFuture(new BackendException(
                    BackendException.Kind.valueOf(answer.path("fail").asText()), "the stub fails", null));
        }
        if (answer.has("after")) {
            return later(received, answer);
        }
        return CompletableFuture.completedFuture(response(answer));
    }

    /** An answer after some seconds, unless the client's patience ends before. */
    private CompletionStage<HttpResponse> later(StubBackend.Received received, JsonNode answer) {
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        Duration delay = Duration.ofSeconds(answer.path("after").asInt());
        Duration patience = received.request().timeout();
        if (patience.isZero() || delay.compareTo(patience) < 0) {
            gateway.time().schedule(delay, () -> response.complete(response(answer)));
        } else {
            gateway.time()
                    .schedule(
                            patience,
                            () -> response.completeExceptionally(
                                    new BackendException(BackendException.Kind.TIMEOUT, "no answer in time", null)));
        }
        return response;
    }

    private HttpResponse response(JsonNode answer) {
        Headers headers = new Headers();
        answer.path("headers")
                .properties()
                .forEach(field -> headers.add(
                        field.getKey(), description.filled(field.getValue().asText())));
        return new HttpResponse(
                answer.path("status").asInt(200),
                "",
                headers,
                Body.of(description.filled(answer.path("body").asText())));
    }
}
