package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenLimitTest {
    private static final String ESTIMATING =
            "<llm-token-limit counter-key=\"k\" tokens-per-minute=\"30\" estimate-prompt-tokens=\"true\""
                    + " remaining-tokens-header-name=\"X-Left\" tokens-consumed-header-name=\"X-Used\""
                    + " tokens-consumed-variable-name=\"used\" remaining-tokens-variable-name=\"left\"/>";
    private static final String NOT_ESTIMATING =
            "<llm-token-limit counter-key=\"k\" tokens-per-minute=\"30\" estimate-prompt-tokens=\"false\"/>";
    private static final String SEE_USED =
            "<set-header name=\"X-Seen\"><value>@($\"{context.Variables[\"used\"]}\")</value></set-header>";

    private static TestCall ask(TestGateway gateway) {
        return gateway.post("/chat/completions", Models.HELLO);
    }

    @Test
    void whatAnAnswerUsedCountsForTheMinute() {
        TestGateway gateway = Models.gateway(ESTIMATING, SEE_USED);

        TestCall first = ask(gateway);
        TestCall second = ask(gateway);

        assertThat(first.header("X-Used")).isEqualTo("28");
        assertThat(first.header("X-Left")).isEqualTo("2");
        assertThat(first.header("X-Seen")).isEqualTo("28");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.header("Retry-After")).isEqualTo("60");
        assertThat(second.text())
                .isEqualTo(
                        "{ \"statusCode\": 429, \"message\": \"Token limit is exceeded. Try again in 60 seconds.\" }");
        assertThat(gateway.backends().received()).hasSize(1);
        gateway.time().advance(Duration.ofSeconds(61));
        assertThat(ask(gateway).status()).isEqualTo(200);
    }

    @Test
    void withoutAnEstimateAnAnswerMayOvershootAndBlocksThoseThatFollow() {
        TestGateway gateway = Models.gateway(NOT_ESTIMATING, "");
        Models.answers(gateway, Models.usage(8, 100));

        assertThat(ask(gateway).status()).isEqualTo(200);
        assertThat(ask(gateway).status()).isEqualTo(429);
    }

    @Test
    void aPromptThatIsTooLongNeverReachesTheBackend() {
        TestGateway gateway = Models.gateway(ESTIMATING.replace("\"30\"", "\"7\""), "");

        assertThat(ask(gateway).status()).isEqualTo(429);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void theVariableHoldsTheEstimateAheadOfTheBackend() {
        TestGateway gateway = Models.gateway(
                ESTIMATING + "<set-header name=\"X-Ahead\"><value>@($\"{context.Variables[\"used\"]}"
                        + "/{context.Variables[\"left\"]}\")</value></set-header>",
                "");

        ask(gateway);

        assertThat(gateway.backends().only().header("X-Ahead")).isEqualTo("8/22");
    }

    @Test
    void oneCounterServesAllPoliciesWithTheKeyAndACallCountsOnce() {
        TestGateway gateway = Models.gateway(
                ESTIMATING + "<azure-openai-token-limit counter-key=\"k\" tokens-per-minute=\"100\""
                        + " estimate-prompt-tokens=\"true\" remaining-tokens-header-name=\"X-Left\"/>",
                "");

        assertThat(ask(gateway).header("X-Left")).isEqualTo("72");
    }

    @Test
    void keysCountApart() {
        TestGateway gateway = Models.gateway(
                ESTIMATING.replace(
                        "\"k\"", "\"@(context.Request.Headers.GetValueOrDefault(&quot;X-Team&quot;,&quot;&quot;))\""),
                "");

        gateway.post("/chat/completions", Models.HELLO, "X-Team", "a");

        assertThat(gateway.post("/chat/completions", Models.HELLO, "X-Team", "a")
                        .status())
                .isEqualTo(429);
        assertThat(gateway.post("/chat/completions", Models.HELLO, "X-Team", "b")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aQuotaLastsFromAFullPeriodToTheNext() {
        TestGateway gateway = Models.gateway(
                "<llm-token-limit counter-key=\"k\" token-quota=\"50\" token-quota-period=\"Hourly\""
                        + " estimate-prompt-tokens=\"false\" remaining-quota-tokens-header-name=\"X-Quota\"/>",
                "");
        gateway.time().advance(Duration.ofMinutes(30));

        TestCall first = ask(gateway);
        ask(gateway);
        TestCall third = ask(gateway);

        assertThat(first.header("X-Quota")).isEqualTo("22");
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.header("Retry-After")).isEqualTo("1800");
        gateway.time().advance(Duration.ofMinutes(30));
        assertThat(ask(gateway).status()).isEqualTo(200);
    }

    @Test
    void aMinuteAndAQuotaHoldTogether() {
        TestGateway gateway = Models.gateway(
                "<llm-token-limit counter-key=\"k\" tokens-per-minute=\"1000\" token-quota=\"20\""
                        + " token-quota-period=\"Daily\" estimate-prompt-tokens=\"true\"/>",
                "");

        assertThat(ask(gateway).status()).isEqualTo(200);
        assertThat(ask(gateway).status()).isEqualTo(403);
    }

    @Test
    void aStreamIsPassedOnPieceByPieceAndCountsWhatItSaysAtItsEnd() {
        TestGateway gateway = Models.gateway(NOT_ESTIMATING, "");
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);

        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        events.send(Models.piece("Hi"));
        assertThat(call.body().text()).isEqualTo(Models.piece("Hi"));
        events.send(
                        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":50,\"total_tokens\":58}}\n\n")
                .send("data: [DONE]\n\n");
        events.complete();

        assertThat(call.isEnded()).isTrue();
        assertThat(gateway.post("/chat/completions", Models.HELLO_STREAMED).status())
                .isEqualTo(429);
    }

    @Test
    void aStreamThatSaysNothingOfItsUsageIsCounted() {
        TestGateway gateway = Models.gateway(
                NOT_ESTIMATING
                        .replace("/>", " remaining-tokens-header-name=\"X-Left\"/>")
                        .replace("\"30\"", "\"100\""),
                "");
        Models.streams(gateway, Body.of(Models.piece("one") + Models.piece(" two") + Models.piece(" three")));

        TestCall first = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        TestCall second = gateway.post("/chat/completions", Models.HELLO_STREAMED);

        assertThat(first.header("X-Left")).as("8 asked and 3 answered").isEqualTo("89");
        assertThat(second.header("X-Left")).isEqualTo("78");
    }

    @Test
    void aClientThatGoesEarlyPaysForWhatItGot() {
        TestGateway gateway = Models.gateway(
                NOT_ESTIMATING
                        .replace("/>", " remaining-tokens-header-name=\"X-Left\"/>")
                        .replace("\"30\"", "\"100\""),
                "");
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);

        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        events.send(Models.piece("one two three"));
        call.hangUp();
        Models.streams(gateway, Body.of(""));

        assertThat(gateway.post("/chat/completions", Models.HELLO_STREAMED).header("X-Left"))
                .isEqualTo("81");
    }

    @Test
    void anAnswerWithoutUsageIsCounted() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");
        Models.answers(gateway, "{\"choices\":[{\"message\":{\"content\":\"one two three\"}}]}");

        assertThat(ask(gateway).header("X-Used")).isEqualTo("11");
    }

    @Test
    void theResponsesApiSaysItsUsageInOtherWords() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");
        Models.answers(
                gateway,
                "{\"output\":[{\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}],"
                        + "\"usage\":{\"input_tokens\":5,\"output_tokens\":6,\"total_tokens\":11}}");

        TestCall call = gateway.post("/chat/completions", "{\"model\":\"gpt-4o\",\"input\":\"hello\"}");

        assertThat(call.header("X-Used")).isEqualTo("11");
    }

    @Test
    void aLongAnswerStreamsOnAndIsCountedAllTheSame() {
        TestGateway gateway = Models.gateway(NOT_ESTIMATING, "");
        String vectors = "{\"data\":[" + "0.123456789,".repeat(150_000)
                + "1],\"usage\":{\"prompt_tokens\":40,\"total_tokens\":40}}";
        StreamingBody body = new StreamingBody();
        gateway.backends()
                .when(
                        "backend.test",
                        r -> new dev.apim.http.HttpResponse(
                                200, "", dev.apim.http.Headers.of("Content-Type", "application/json"), body));

        TestCall call = gateway.post("/chat/completions", "{\"input\":\"hello\"}");
        for (int at = 0; at < vectors.length(); at += 65_536) {
            body.send(vectors.substring(at, Math.min(vectors.length(), at + 65_536)));
        }
        assertThat(call.isAnswered()).isTrue();
        body.complete();

        assertThat(call.text()).isEqualTo(vectors);
        assertThat(ask(gateway).status()).isEqualTo(429);
    }

    @Test
    void anErrorOfTheBackendCostsNoMoreThanThePrompt() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");
        gateway.backends().answer("backend.test", 503, "application/json", "{\"error\":{}}");

        assertThat(ask(gateway).header("X-Left")).isEqualTo("22");
    }

    @Test
    void theBackendIsNotAskedToCompressWhatMustBeCounted() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");

        gateway.post("/chat/completions", Models.HELLO, "Accept-Encoding", "gzip");

        assertThat(gateway.backends().only().header("Accept-Encoding")).isEmpty();
    }

    private static final String MONTHLY = "<llm-token-limit counter-key=\"k\" token-quota=\"60\""
            + " token-quota-period=\"Monthly\" estimate-prompt-tokens=\"false\""
            + " remaining-quota-tokens-header-name=\"X-Quota\"/>";

    @Test
    void aQuotaGoesOnAfterARestart(@TempDir Path state) throws Exception {
        TestGateway first = Models.gateway(MONTHLY, "", state);
        assertThat(ask(first).header("X-Quota")).isEqualTo("32");
        first.gateway().close();

        TestGateway second = Models.gateway(MONTHLY, "", state);
        assertThat(ask(second).header("X-Quota")).isEqualTo("4");
        assertThat(ask(second).status()).isEqualTo(200);
        TestCall refused = ask(second);
        second.gateway().close();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("X-Quota")).isEqualTo("0");
        assertThat(refused.header("Retry-After"))
                .as("until the month is over")
                .isEqualTo(Long.toString(Duration.between(
                                second.time().now(),
                                second.time()
                                        .now()
                                        .atZone(ZoneOffset.UTC)
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .withDayOfMonth(1)
                                        .plusMonths(1)
                                        .toInstant())
                        .toSeconds()));
    }

    @Test
    void aRefusalTellsWhatIsLeftAndNothingOfWhatWasNotUsed() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");
        ask(gateway);

        TestCall refused = ask(gateway);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("X-Left")).isEqualTo("2");
        assertThat(refused.header("X-Used")).isNull();
    }

    @Test
    void whatNoBackendAnsweredUsedNothing() {
        TestGateway gateway =
                Models.gateway(ESTIMATING + "<return-response><set-status code=\"200\"/></return-response>", "");

        TestCall call = ask(gateway);

        assertThat(call.header("X-Left")).isEqualTo("22");
        assertThat(call.header("X-Used")).isNull();
    }

    @Test
    void aPromptThatFillsTheLimitToTheLastTokenIsNotRefusedByASecondPolicyOfTheSameKey() {
        String exactly = ESTIMATING.replace("\"30\"", "\"8\"");
        TestGateway gateway = Models.gateway(exactly + exactly, "");

        assertThat(ask(gateway).status()).isEqualTo(200);
    }

    @Test
    void aSecondPolicyOfTheSameKeyHoldsItsOwnLimitAgainstThePrompt() {
        TestGateway gateway = Models.gateway(ESTIMATING + ESTIMATING.replace("\"30\"", "\"7\""), "");

        assertThat(ask(gateway).status()).isEqualTo(429);
    }

    @Test
    void aPolicyThatEstimatesDoesSoAfterOneThatDoesNot() {
        TestGateway gateway =
                Models.gateway(NOT_ESTIMATING.replace("\"30\"", "\"9\"") + ESTIMATING.replace("\"30\"", "\"7\""), "");

        assertThat(ask(gateway).status()).isEqualTo(429);
    }

    @Test
    void aQuotaOfAnotherPeriodIsAnotherCounter() {
        TestGateway gateway =
                Models.gateway(MONTHLY + MONTHLY.replace("Monthly", "Yearly").replace("60", "40"), "");

        assertThat(ask(gateway).status()).isEqualTo(200);
        assertThat(ask(gateway).status()).isEqualTo(200);
        assertThat(ask(gateway).status()).as("56 of 40 in this year").isEqualTo(403);
    }

    @Test
    void nothingIsLeftBehind() {
        TestGateway gateway = Models.gateway(ESTIMATING, "");
        ask(gateway);
        ask(gateway);
        gateway.verifyNothingIsLeft();
    }
}
