package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticCacheTest {
    private static final String MORE_MEMBERS = "\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";

    private static TestGateway gateway(String attributes, String children) {
        TestGateway gateway = TestGateway.create()
                .api("chat", "chat", "POST /completions")
                .put(
                        "/backends/embeddings",
                        "{\"url\":\"https://embed.test/openai/deployments/ada\",\"protocol\":\"http\",\"credentials\":"
                                + "{\"header\":{\"api-key\":[\"embed-key\"]}}}")
                .policy(
                        "/apis/chat",
                        "<policies><inbound><llm-semantic-cache-lookup score-threshold=\"0.05\""
                                + " embeddings-backend-id=\"embeddings\" embeddings-backend-auth=\"system-assigned\" "
                                + attributes + ">" + children + "</llm-semantic-cache-lookup></inbound><outbound>"
                                + "<llm-semantic-cache-store duration=\"60\"/></outbound></policies>");
        gateway.backends().when("embed.test", SemanticCacheTest::embedding);
        Models.answers(gateway, Models.usage(8, 20));
        return gateway.start();
    }

    /** What means the same points the same way. */
    private static HttpResponse embedding(Received asked) {
        String text = asked.body().text();
        String vector = text.contains("weather") ? "[1.0,0.1,0]" : text.contains("sunny") ? "[1.0,0.15,0]" : "[0,0,1]";
        return HttpResponse.of(200, "application/json", "{\"data\":[{\"embedding\":" + vector + "}]}");
    }

    private static TestCall ask(TestGateway gateway, String question, String... headers) {
        String body = "{\"model\":\"gpt-4o\"," + MORE_MEMBERS.formatted(question);
        return gateway.post("/chat/completions", body, headers);
    }

    private static long asked(TestGateway gateway, String host) {
        return gateway.backends().received().stream()
                .filter(r -> r.url().contains(host))
                .count();
    }

    @Test
    void whatWasAskedInOtherWordsIsAnsweredFromTheCache() {
        TestGateway gateway = gateway("", "");

        TestCall first = ask(gateway, "how is the weather");
        TestCall second = ask(gateway, "is it sunny");
        TestCall other = ask(gateway, "who was Ada");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(other.status()).isEqualTo(200);
        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void theEmbeddingsBackendIsAskedAsItsProtocolSays() {
        TestGateway gateway = gateway("", "");

        ask(gateway, "how is the weather");

        Received asked = gateway.backends().received().get(0);
        assertThat(asked.url())
                .isEqualTo("https://embed.test/openai/deployments/ada/embeddings?api-version=2024-10-21");
        assertThat(asked.header("api-key")).isEqualTo("embed-key");
        assertThat(asked.body().text()).isEqualTo("{\"input\":\"how is the weather\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://embed.test/openai/deployments/ada/embeddings, ?api-version=2024-10-21",
        "https://embed.test/openai/deployments/ada/embeddings/?api-version=2023-05-15, ''",
        "https://embed.test/v1/embeddings, ''",
        "https://embed.test/v1, /embeddings"
    })
    void aBackendMayNameTheEmbeddingsThemselves(String url, String behind) {
        TestGateway gateway = gateway("", "");
        gateway.put(
                        "/backends/embeddings",
                        "{\"url\":\"" + url
                                + "\",\"protocol\":\"http\",\"credentials\":{\"header\":{\"api-key\":[\"k\"]}}}")
                .update();

        ask(gateway, "how is the weather");

        assertThat(gateway.backends().received().get(0).url())
                .isEqualTo((url + behind).replace("embeddings/?", "embeddings?"));
    }

    @Test
    void whatAnImageShowsIsNoPartOfThePromptsMeaning() {
        TestGateway gateway = gateway("", "");
        String body =
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"how is the weather\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://img.test/%s\"}}]}]}";

        gateway.post("/chat/completions", body.formatted("rain"));
        gateway.post("/chat/completions", body.formatted("sun"));

        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
        assertThat(asked(gateway, "embed.test")).isZero();
    }

    @Test
    void aTalkThatTheServiceHasKeptIsNotLookedFor() {
        TestGateway gateway = gateway("", "");

        gateway.post("/chat/completions", "{\"input\":\"and then?\",\"previous_response_id\":\"r1\"}");

        assertThat(asked(gateway, "embed.test")).isZero();
    }

    @Test
    void anAnswerThatSaysItIsAnErrorIsNotStored() {
        TestGateway gateway = gateway("", "");
        Models.answers(gateway, "{\"error\":{\"message\":\"overloaded\"}}");
        ask(gateway, "how is the weather");
        gateway.backends().answer("backend.test", 200, "text/html", "<p>maintenance</p>");
        ask(gateway, "how is the weather");
        Models.answers(gateway, Models.usage(8, 20));

        assertThat(ask(gateway, "how is the weather").text()).contains("Hi there");
        assertThat(asked(gateway, "backend.test")).isEqualTo(3);
    }

    @Test
    void aStreamThatEndsInAnErrorIsNotStored() {
        TestGateway gateway = gateway("", "");
        Models.streams(gateway, Body.of(Models.piece("sunny") + "data: {\"error\":{\"code\":500}}\n\n"));
        String body = "{\"model\":\"gpt-4o\",\"stream\":true," + MORE_MEMBERS.formatted("how is the weather");

        gateway.post("/chat/completions", body);
        gateway.post("/chat/completions", body);

        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void whatIsStoredIsReadableByEverybody() {
        TestGateway gateway = gateway("", "");

        gateway.post(
                "/chat/completions",
                "{\"model\":\"gpt-4o\"," + MORE_MEMBERS.formatted("how is the weather"),
                "Accept-Encoding",
                "gzip");

        assertThat(gateway.backends().received().get(1).header("Accept-Encoding"))
                .isEmpty();
    }

    @Test
    void anAnswerIsForgottenAfterItsDuration() {
        TestGateway gateway = gateway("", "");

        ask(gateway, "how is the weather");
        gateway.time().advance(Duration.ofSeconds(61));
        ask(gateway, "how is the weather");

        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void whatVariesIsKeptApart() {
        TestGateway gateway =
                gateway("", "<vary-by>@(context.Request.Headers.GetValueOrDefault(\"X-Team\",\"\"))</vary-by>");

        ask(gateway, "how is the weather", "X-Team", "a");
        ask(gateway, "how is the weather", "X-Team", "b");
        ask(gateway, "how is the weather", "X-Team", "a");

        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void systemMessagesMayBeLeftOut() {
        TestGateway gateway = gateway("ignore-system-messages=\"true\"", "");

        gateway.post(
                "/chat/completions",
                "{\"messages\":[{\"role\":\"system\",\"content\":\"be brief\"},{\"role\":\"user\",\"content\":\"weather\"}]}");

        assertThat(gateway.backends().received().get(0).body().text()).isEqualTo("{\"input\":\"weather\"}");
    }

    @Test
    void aLongChatIsNotLookedFor() {
        TestGateway gateway = gateway("max-message-count=\"1\"", "");

        gateway.post(
                "/chat/completions",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}");

        assertThat(asked(gateway, "embed.test")).isZero();
    }

    @Test
    void whatGoesWrongWithTheCacheNeverFailsTheCall() {
        TestGateway gateway = gateway("", "");

        gateway.backends().fail("embed.test", BackendException.Kind.CONNECTION);
        assertThat(ask(gateway, "how is the weather").status()).isEqualTo(200);
        gateway.backends().answer("embed.test", 500, "text/plain", "no");
        assertThat(ask(gateway, "how is the weather").status()).isEqualTo(200);
        gateway.backends().answer("embed.test", 200, "application/json", "{\"data\":[]}");
        assertThat(ask(gateway, "how is the weather").status()).isEqualTo(200);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aFailedAnswerIsNotStored() {
        TestGateway gateway = gateway("", "");
        gateway.backends().answer("backend.test", 429, "application/json", "{}");

        ask(gateway, "how is the weather");
        ask(gateway, "how is the weather");

        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void aStreamedAnswerIsStoredAndGivenToThoseWhoStream() {
        TestGateway gateway = gateway("", "");
        String events = Models.piece("sunny");
        Models.streams(gateway, Body.of(events));
        String body = "{\"model\":\"gpt-4o\",\"stream\":true," + MORE_MEMBERS.formatted("how is the weather");

        gateway.post("/chat/completions", body);
        TestCall second = gateway.post("/chat/completions", body);
        ask(gateway, "how is the weather");

        assertThat(second.text()).isEqualTo(events);
        assertThat(second.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(asked(gateway, "backend.test")).isEqualTo(2);
    }

    @Test
    void embeddingsAreNotLookedFor() {
        TestGateway gateway = gateway("", "");

        gateway.post("/chat/completions", "{\"model\":\"text-embedding-3-small\",\"input\":\"hello\"}");

        assertThat(asked(gateway, "embed.test")).isZero();
    }
}
