package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CacheValueTest {
    private static final String FETCH = """
            <send-request response-variable-name="answer"><set-url>http://values.test/</set-url><set-method>GET</set-method></send-request>
            <set-variable name="v" value="@(((IResponse)context.Variables[&quot;answer&quot;]).Body.As&lt;string&gt;())"/>
            """;

    private final List<CompletableFuture<HttpResponse>> asked = new ArrayList<>();

    private TestGateway gateway(String attributes, String children) {
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /")
                .policy(
                        "/apis/a",
                        "<policies><inbound><cache-value key=\"k\" variable-name=\"v\" " + attributes + "><value>"
                                + children
                                + "</value></cache-value><return-response><set-body>@((string)context.Variables"
                                + ".GetValueOrDefault(\"v\", \"nothing\"))</set-body></return-response></inbound></policies>")
                .start();
        gateway.backends().whenLater("values.test", request -> {
            CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        });
        return gateway;
    }

    private void answer(int index, String text) {
        asked.get(index).complete(new HttpResponse(200, "", new Headers(), Body.of(text)));
    }

    @Test
    void aValueIsComputedOnceAndThenTakenFromTheCache() {
        TestGateway gateway = gateway("expires-after=\"60\"", FETCH);

        TestCall first = gateway.get("/a/");
        answer(0, "one");
        assertThat(first.text()).isEqualTo("one");
        assertThat(gateway.get("/a/").text()).isEqualTo("one");
        assertThat(asked).hasSize(1);

        gateway.time().advance(Duration.ofSeconds(61));
        TestCall later = gateway.get("/a/");
        answer(1, "two");
        assertThat(later.text()).isEqualTo("two");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void whileOneComputesTheOthersWaitForIt() {
        TestGateway gateway = gateway("expires-after=\"60\"", FETCH);

        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(gateway.get("/a/"));
        }
        assertThat(asked).hasSize(1);
        assertThat(calls).noneMatch(TestCall::isAnswered);

        answer(0, "one");
        assertThat(calls).allSatisfy(call -> assertThat(call.text()).isEqualTo("one"));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void whenTheOneFailsTheNextTries() {
        TestGateway gateway = gateway("expires-after=\"60\"", FETCH);

        TestCall first = gateway.get("/a/");
        TestCall second = gateway.get("/a/");
        asked.get(0)
                .completeExceptionally(new dev.apim.backend.BackendException(
                        dev.apim.backend.BackendException.Kind.CONNECTION, "down", null));
        assertThat(first.status()).isEqualTo(500);
        assertThat(second.isAnswered()).isFalse();

        answer(1, "two");
        assertThat(second.text()).isEqualTo("two");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void nobodyWaitsForever() {
        TestGateway gateway = gateway("expires-after=\"60\"", FETCH);

        TestCall first = gateway.get("/a/");
        TestCall second = gateway.get("/a/");
        gateway.time().advance(Duration.ofSeconds(31));
        assertThat(asked).hasSize(2);
        answer(1, "two");
        assertThat(second.text()).isEqualTo("two");
        answer(0, "one");
        assertThat(first.text()).isEqualTo("one");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void anOldValueIsRefreshedByOneWhileOthersTakeIt() {
        TestGateway gateway = gateway("expires-after=\"60\" refresh-after=\"10\"", FETCH);
        TestCall first = gateway.get("/a/");
        answer(0, "one");
        assertThat(first.text()).isEqualTo("one");

        gateway.time().advance(Duration.ofSeconds(11));
        TestCall refreshing = gateway.get("/a/");
        assertThat(gateway.get("/a/").text()).isEqualTo("one");
        assertThat(asked).hasSize(2);
        answer(1, "two");
        assertThat(refreshing.text()).isEqualTo("two");
        assertThat(gateway.get("/a/").text()).isEqualTo("two");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void whereNothingIsComputedTheOldValueOrTheDefaultStays() {
        TestGateway gateway = gateway(
                "expires-after=\"60\" refresh-after=\"10\" default-value=\"d\"",
                "<choose><when condition=\"@(context.Request.Headers.ContainsKey(&quot;X&quot;))\">"
                        + "<set-variable name=\"v\" value=\"one\"/></when></choose>");

        assertThat(gateway.get("/a/").text()).isEqualTo("d");
        assertThat(gateway.get("/a/", "X", "1").text()).isEqualTo("one");
        gateway.time().advance(Duration.ofSeconds(11));
        assertThat(gateway.get("/a/").text()).isEqualTo("one");
        gateway.time().advance(Duration.ofSeconds(60));
        assertThat(gateway.get("/a/").text()).isEqualTo("d");
    }

    @Test
    void aRefreshThatComesTooLateIsDoubted() {
        TestGateway gateway = gateway("expires-after=\"10\" refresh-after=\"10\"", FETCH);

        assertThat(gateway.warnings())
                .anyMatch(issue -> issue.message().contains("expected less than expires-after, which is 10"));
    }

    @Test
    void aRequestThatGoesAwayGivesItsTurnBack() {
        TestGateway gateway = gateway("expires-after=\"60\"", FETCH);

        TestCall gone = gateway.get("/a/");
        TestCall waiting = gateway.get("/a/");
        gone.hangUp();
        assertThat(asked).hasSize(2);
        answer(1, "two");
        assertThat(waiting.text()).isEqualTo("two");
        gateway.verifyNothingIsLeft();
    }
}
