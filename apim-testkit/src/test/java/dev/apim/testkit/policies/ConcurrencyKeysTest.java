package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A key of {@code limit-concurrency} is one wherever it stands: in another policy, document or scope. */
final class ConcurrencyKeysTest {
    private final List<CompletableFuture<HttpResponse>> answers = new ArrayList<>();

    @Test
    void aKeyIsSharedByApisAndOperationsThatNameIt() {
        TestGateway gateway = gateway()
                .policy(
                        "/apis/a",
                        "<policies><backend>" + limit("k", 2, "<forward-request/>") + "</backend></policies>")
                .policy(
                        "/apis/b/operations/op1",
                        "<policies><backend>" + limit("k", 1, "<forward-request/>") + "</backend></policies>")
                .start();
        hang(gateway);
        gateway.get("/a");
        assertThat(gateway.get("/b").status()).isEqualTo(429);
        TestCall second = gateway.get("/a");
        assertThat(second.isAnswered()).isFalse();
        assertThat(gateway.get("/a").status()).isEqualTo(429);
        answer(0);
        answer(1);
        assertThat(gateway.get("/b").isAnswered()).isFalse();
        answer(2);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void anotherKeyHasPermitsOfItsOwn() {
        TestGateway gateway = gateway()
                .policy(
                        "/apis/a",
                        "<policies><backend>" + limit("k", 1, "<forward-request/>") + "</backend></policies>")
                .policy(
                        "/apis/b",
                        "<policies><backend>" + limit("K", 1, "<forward-request/>") + "</backend></policies>")
                .start();
        hang(gateway);
        gateway.get("/a");
        assertThat(gateway.get("/b").isAnswered()).isFalse();
        answer(0);
        answer(1);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aRefusalIsA429OfOurOwnReason() {
        TestGateway gateway = gateway()
                .policy(
                        "/apis/a",
                        "<policies><backend>" + limit("k", 1, "<forward-request/>") + "</backend></policies>")
                .start();
        hang(gateway);
        gateway.get("/a");
        TestCall refused = gateway.get("/a");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Concurrency limit is exceeded.");
        answer(0);
    }

    @Test
    void aClientThatHangsUpGivesItsPermitBack() {
        TestGateway gateway = gateway()
                .policy(
                        "/apis/a",
                        "<policies><backend>" + limit("k", 1, "<forward-request/>") + "</backend></policies>")
                .start();
        hang(gateway);
        gateway.get("/a").hangUp();
        assertThat(gateway.get("/a").isAnswered()).isFalse();
    }

    private static String limit(String key, int most, String content) {
        return "<limit-concurrency key='" + key + "' max-count='" + most + "'>" + content + "</limit-concurrency>";
    }

    private static TestGateway gateway() {
        return TestGateway.create().api("a", "a", "GET /").api("b", "b", "GET /");
    }

    private void hang(TestGateway gateway) {
        gateway.backends().whenLater("backend.test", request -> {
            CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
    }

    private void answer(int index) {
        answers.get(index).complete(new HttpResponse(200, "", new Headers(), Body.of("ok")));
    }
}
