package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.ConfigurationException;
import dev.apim.core.telemetry.MemoryMetrics.Series;
import dev.apim.http.Body;
import dev.apim.testkit.TestGateway;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TokenMetricTest {
    @Test
    void whatAnAnswerUsedIsThreeMetrics() {
        TestGateway gateway = Models.gateway(
                "<llm-emit-token-metric namespace=\"models\"><dimension name=\"API ID\"/>"
                        + "<dimension name=\"Team\" value=\"@(context.Request.Headers.GetValueOrDefault(&quot;X-Team&quot;,&quot;none&quot;))\"/></llm-emit-token-metric>",
                "");

        gateway.post("/chat/completions", Models.HELLO, "X-Team", "a");
        gateway.post("/chat/completions", Models.HELLO, "X-Team", "a");

        assertThat(gateway.metrics().series())
                .extracting(Series::name, Series::count, Series::sum)
                .containsExactly(
                        Assertions.tuple("Completion Tokens", 2L, 40.0),
                        Assertions.tuple("Prompt Tokens", 2L, 16.0),
                        Assertions.tuple("Total Tokens", 2L, 56.0));
        assertThat(gateway.metrics().series())
                .allSatisfy(series -> assertThat(series.dimensions()).isEqualTo(Map.of("API ID", "chat", "Team", "a")));
    }

    @Test
    void aStreamIsMeasuredAtItsEnd() {
        TestGateway gateway = Models.gateway(
                "<azure-openai-emit-token-metric><dimension name=\"API ID\"/></azure-openai-emit-token-metric>", "");
        Models.streams(gateway, Body.of(Models.piece("one") + Models.piece(" two")));

        gateway.post("/chat/completions", Models.HELLO_STREAMED);

        assertThat(gateway.metrics().series())
                .extracting(Series::namespace, Series::name, Series::sum)
                .contains(
                        Assertions.tuple("API Management", "Prompt Tokens", 8.0),
                        Assertions.tuple("API Management", "Completion Tokens", 2.0));
    }

    @Test
    void theBackendIsTheOneThatWasChosen() {
        TestGateway gateway = TestGateway.create()
                .api("chat", "chat", "POST /completions")
                .put("/backends/aoai", "{\"url\":\"http://backend.test/openai\",\"protocol\":\"http\"}")
                .policy(
                        "/apis/chat",
                        "<policies><inbound><llm-emit-token-metric><dimension name=\"Backend ID\"/></llm-emit-token-metric>"
                                + "<set-backend-service backend-id=\"aoai\"/></inbound></policies>");
        Models.answers(gateway, Models.usage(1, 2));
        gateway.start().post("/chat/completions", Models.HELLO);

        assertThat(gateway.metrics().series())
                .allSatisfy(series -> assertThat(series.dimensions()).containsEntry("Backend ID", "aoai"));
    }

    @Test
    void sixDimensionsOfTheAuthorsAreTooMany() {
        String six = "<dimension name=\"d\" value=\"v\"/>".repeat(6);

        Assertions.assertThatThrownBy(
                        () -> Models.gateway("<llm-emit-token-metric>" + six + "</llm-emit-token-metric>", ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("6 dimensions with a value, expected at most 5");
    }
}
