package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentSafetyTest {
    private static final String CATEGORIES =
            "<categories output-type=\"EightSeverityLevels\"><category name=\"Hate\" threshold=\"4\"/>"
                    + "<category name=\"Violence\" threshold=\"2\"/></categories>";

    private static TestGateway gateway(String attributes, String children) {
        TestGateway gateway = TestGateway.create()
                .api("chat", "chat", "POST /completions")
                .put(
                        "/backends/safety",
                        "{\"url\":\"https://safety.test/\",\"protocol\":\"http\",\"credentials\":{\"header\":"
                                + "{\"Ocp-Apim-Subscription-Key\":[\"safety-key\"]}}}")
                .policy(
                        "/apis/chat",
                        "<policies><inbound><llm-content-safety backend-id=\"safety\" " + attributes + ">" + children
                                + "</llm-content-safety></inbound></policies>");
        Models.answers(gateway, Models.usage(8, 20));
        finds(gateway, "Hate", 0);
        gateway.backends()
                .answer(
                        "text:shieldPrompt",
                        200,
                        "application/json",
                        "{\"userPromptAnalysis\":{\"attackDetected\":false},\"documentsAnalysis\":[]}");
        return gateway.start();
    }

    private static void finds(TestGateway gateway, String category, int severity) {
        gateway.backends()
                .answer(
                        "text:analyze",
                        200,
                        "application/json",
                        "{\"blocklistsMatch\":[],\"categoriesAnalysis\":[{\"category\":\"" + category
                                + "\",\"severity\":" + severity + "}]}");
    }

    private static List<String> urls(TestGateway gateway) {
        return gateway.backends().received().stream().map(Received::url).toList();
    }

    private static TestCall ask(TestGateway gateway) {
        return gateway.post("/chat/completions", Models.HELLO);
    }

    @Test
    void thePromptIsSentToTheServiceAsItsProtocolSays() {
        TestGateway gateway = gateway("", CATEGORIES + "<blocklists><id>names</id></blocklists>");

        assertThat(ask(gateway).status()).isEqualTo(200);

        Received asked = gateway.backends().received().get(0);
        assertThat(asked.url()).isEqualTo("https://safety.test/contentsafety/text:analyze?api-version=2024-09-01");
        assertThat(asked.request().method()).isEqualTo("POST");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.header("Ocp-Apim-Subscription-Key")).isEqualTo("safety-key");
        assertThat(asked.body().text())
                .isEqualTo("{\"categories\":[\"Hate\",\"Violence\"],\"blocklistNames\":[\"names\"],"
                        + "\"outputType\":\"EightSeverityLevels\",\"text\":\"hello\",\"haltOnBlocklistHit\":false}");
    }

    @Test
    void whatReachesItsThresholdIsRefused() {
        TestGateway gateway = gateway("", CATEGORIES);

        finds(gateway, "Hate", 3);
        assertThat(ask(gateway).status()).isEqualTo(200);
        finds(gateway, "Hate", 4);
        TestCall refused = ask(gateway);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo("{ \"statusCode\": 403, \"message\": \"Request failed content safety check.\" }");
        assertThat(urls(gateway))
                .filteredOn(url -> url.contains("backend.test"))
                .hasSize(1);
    }

    @Test
    void anEntryOfABlocklistIsRefused() {
        TestGateway gateway = gateway("", "<blocklists><id>names</id></blocklists>");
        gateway.backends()
                .answer(
                        "text:analyze",
                        200,
                        "application/json",
                        "{\"blocklistsMatch\":[{\"blocklistName\":\"names\"}]}");

        assertThat(ask(gateway).status()).isEqualTo(403);
    }

    @Test
    void anAttackIsRefusedAheadOfAnythingElse() {
        TestGateway gateway = gateway("shield-prompt=\"true\"", CATEGORIES);

        assertThat(ask(gateway).status()).isEqualTo(200);
        assertThat(urls(gateway).get(0)).contains("text:shieldPrompt");
        assertThat(gateway.backends().received().get(0).body().text())
                .isEqualTo("{\"userPrompt\":\"hello\",\"documents\":[]}");
        gateway.backends()
                .answer(
                        "text:shieldPrompt",
                        200,
                        "application/json",
                        "{\"userPromptAnalysis\":{\"attackDetected\":true}}");
        assertThat(ask(gateway).status()).isEqualTo(403);
    }

    @Test
    void whatCannotBeCheckedDoesNotPass() {
        TestGateway gateway = gateway("", CATEGORIES);

        gateway.backends().answer("text:analyze", 401, "application/json", "{}");
        assertThat(ask(gateway).status()).isEqualTo(500);
        gateway.backends().fail("text:analyze", BackendException.Kind.CONNECTION);
        assertThat(ask(gateway).status()).isEqualTo(500);
        assertThat(urls(gateway)).noneMatch(url -> url.contains("backend.test"));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aLongPromptIsCheckedInWindowsToItsEnd() {
        TestGateway gateway = gateway("", CATEGORIES);
        gateway.backends().when("text:analyze", asked -> {
            int severity = asked.body().text().contains("bad") ? 6 : 0;
            return dev.apim.http.HttpResponse.of(
                    200,
                    "application/json",
                    "{\"categoriesAnalysis\":[{\"category\":\"Hate\",\"severity\":" + severity + "}]}");
        });

        assertThat(gateway.post("/chat/completions", Models.HELLO.replace("hello", "x".repeat(25_000)))
                        .status())
                .isEqualTo(200);
        assertThat(urls(gateway)).filteredOn(url -> url.contains("analyze")).hasSize(3);
        assertThat(gateway.post("/chat/completions", Models.HELLO.replace("hello", "x".repeat(25_000) + "bad"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPromptTooLongToLookForAttacksDoesNotPass() {
        TestGateway gateway = gateway("shield-prompt=\"true\"", CATEGORIES);

        assertThat(gateway.post("/chat/completions", Models.HELLO.replace("hello", "x".repeat(10_001)))
                        .status())
                .isEqualTo(500);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void theSystemPromptOfMessagesIsCheckedToo() {
        TestGateway gateway = gateway("", CATEGORIES);

        gateway.post(
                "/chat/completions",
                "{\"system\":[{\"type\":\"text\",\"text\":\"one\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                        + "\"tool_result\",\"content\":\"two\"}]}]}");

        assertThat(gateway.backends().received().get(0).body().text()).contains("\"text\":\"one\\ntwo\"");
    }

    @Test
    void inOutboundTheAnswerIsCheckedInWindowsThatOverlap() {
        TestGateway gateway = TestGateway.create()
                .api("chat", "chat", "POST /completions")
                .put("/backends/safety", "{\"url\":\"https://safety.test/\",\"protocol\":\"http\"}")
                .policy(
                        "/apis/chat",
                        "<policies><outbound><llm-content-safety backend-id=\"safety\" window-size=\"4\""
                                + " window-overlap-size=\"1\">" + CATEGORIES
                                + "</llm-content-safety></outbound></policies>");
        Models.answers(gateway, Models.usage(8, 20));
        finds(gateway, "Hate", 0);
        gateway.start();

        assertThat(ask(gateway).status()).isEqualTo(200);

        assertThat(gateway.backends().received().stream()
                        .filter(r -> r.url().contains("text:analyze"))
                        .map(r -> r.body().text()))
                .extracting(text -> text.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
                .containsExactly("Hi t", "ther", "re");
        finds(gateway, "Hate", 7);
        assertThat(ask(gateway).status()).isEqualTo(403);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void whatComesCompressedIsCheckedAllTheSame() throws Exception {
        TestGateway gateway = gateway("enforce-on-completions=\"true\"", CATEGORIES);
        byte[] zipped = AnswerCountTest.gzip(Models.usage(8, 20));
        gateway.backends()
                .when(
                        "backend.test",
                        r -> new dev.apim.http.HttpResponse(
                                200,
                                "",
                                dev.apim.http.Headers.of(
                                        "Content-Type", "application/json", "Content-Encoding", "gzip"),
                                Body.of(zipped)));

        assertThat(gateway.post("/chat/completions", Models.HELLO, "Accept-Encoding", "gzip")
                        .status())
                .isEqualTo(200);

        assertThat(gateway.backends().received().get(1).header("Accept-Encoding"))
                .isEmpty();
        assertThat(gateway.backends().received().get(2).body().text()).contains("Hi there");
    }

    @Test
    void theChoicesOfAStreamAreReadOneAfterTheOther() {
        TestGateway gateway = gateway("enforce-on-completions=\"true\"", CATEGORIES);
        String piece = "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"},\"index\":%d}]}\n\n";
        Models.streams(
                gateway,
                Body.of(piece.formatted("ha", 0)
                        + piece.formatted("lo", 1)
                        + piece.formatted("te", 0)
                        + piece.formatted("ve", 1)));

        gateway.post("/chat/completions", Models.HELLO_STREAMED);

        assertThat(gateway.backends().received().get(2).body().text()).contains("\"text\":\"hate\\nlove\"");
    }

    @Test
    void whatIsNoJsonDoesNotPassUnchecked() {
        TestGateway gateway = gateway("", CATEGORIES);
        String twice = "{\"messages\":[],\"messages\":[{\"role\":\"user\",\"content\":\"bad\"}]}";

        assertThat(gateway.post("/chat/completions", twice).status()).isEqualTo(400);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void whatToolsSaidIsCheckedToo() {
        TestGateway gateway = gateway("", CATEGORIES);

        gateway.post(
                "/chat/completions",
                "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"one\"}}]},"
                        + "{\"role\":\"tool\",\"content\":\"two\"}]}");

        assertThat(gateway.backends().received().get(0).body().text()).contains("\"text\":\"one\\ntwo\"");
    }

    @Test
    void aCompletionIsCheckedWhereItIsAskedFor() {
        TestGateway gateway = gateway("enforce-on-completions=\"true\"", CATEGORIES);
        gateway.backends().when("text:analyze", asked -> {
            int severity = asked.body().text().contains("Hi there") ? 6 : 0;
            return dev.apim.http.HttpResponse.of(
                    200,
                    "application/json",
                    "{\"categoriesAnalysis\":[{\"category\":\"Violence\",\"severity\":" + severity + "}]}");
        });

        TestCall call = ask(gateway);

        assertThat(call.status()).isEqualTo(403);
        assertThat(call.text())
                .contains("Response failed content safety check.")
                .doesNotContain("Hi there");
    }

    private static TestGateway guarding() {
        TestGateway gateway = gateway("enforce-on-completions=\"true\" window-size=\"10\"", CATEGORIES);
        gateway.backends().when("text:analyze", asked -> {
            int severity = asked.body().text().contains("bad") ? 6 : 0;
            return dev.apim.http.HttpResponse.of(
                    200,
                    "application/json",
                    "{\"categoriesAnalysis\":[{\"category\":\"Hate\",\"severity\":" + severity + "}]}");
        });
        return gateway;
    }

    @Test
    void aStreamedCompletionIsPassedOnWindowByWindowOnceItIsChecked() {
        TestGateway gateway = guarding();
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);

        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        events.send(Models.piece("four"));
        assertThat(call.isAnswered()).isTrue();
        assertThat(call.body().text()).isEmpty();
        String half = Models.piece(" maybe");
        events.send(half.substring(0, 20));
        assertThat(call.body().text()).isEmpty();
        events.send(half.substring(20));
        assertThat(call.body().text()).isEqualTo(Models.piece("four") + half);
        events.send(Models.piece("end")).send("data: [DONE]\n\n");
        events.complete();

        assertThat(call.text()).isEqualTo(Models.piece("four") + half + Models.piece("end") + "data: [DONE]\n\n");
        assertThat(urls(gateway)).filteredOn(url -> url.contains("analyze")).hasSize(3);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aStreamEndsBeforeWhatIsNotWanted() {
        TestGateway gateway = guarding();
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);

        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        events.send(Models.piece("good words"));
        events.send(Models.piece("then ba")).send(Models.piece("d ones") + Models.piece("and more"));

        assertThat(call.isEnded()).isTrue();
        assertThat(call.text()).isEqualTo(Models.piece("good words"));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aStreamThatCannotBeCheckedPassesNothing() {
        TestGateway gateway = guarding();
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);
        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        gateway.backends().answer("text:analyze", 503, "text/plain", "");

        events.send(Models.piece("some words"));

        assertThat(call.isEnded()).isTrue();
        assertThat(call.text()).isEmpty();
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aClientThatGoesWhileItsStreamIsHeldBackLeavesNothingBehind() {
        TestGateway gateway = guarding();
        StreamingBody events = new StreamingBody();
        Models.streams(gateway, events);
        TestCall call = gateway.post("/chat/completions", Models.HELLO_STREAMED);
        events.send(Models.piece("four"));

        call.hangUp();

        gateway.verifyNothingIsLeft();
    }

    @Test
    void aStreamThatIsThereAtOnceIsCheckedAsAWhole() {
        TestGateway gateway = gateway("enforce-on-completions=\"true\"", CATEGORIES);
        String events = Models.piece("fine") + Models.piece(" words");
        Models.streams(gateway, Body.of(events));
        finds(gateway, "Hate", 0);

        assertThat(gateway.post("/chat/completions", Models.HELLO_STREAMED).text())
                .isEqualTo(events);
        assertThat(gateway.backends().received().get(2).body().text()).contains("fine words");
    }
}
