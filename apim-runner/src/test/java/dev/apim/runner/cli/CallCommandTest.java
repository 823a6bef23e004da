package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCommandTest {
    @TempDir
    Path folder;

    private Cli call(String stub, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(
                "call", "--config", Cli.SAMPLE, "--stub", Files.writeString(folder.resolve("stub.json"), stub)));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    /** A key of the sample's subscription, as the state directory keeps it. */
    private String key(Path state) throws IOException {
        Cli.run("validate", "--state", state, Cli.SAMPLE);
        Matcher key = Pattern.compile("\"primary\"\\s*:\\s*\"(\\w+)\"")
                .matcher(Files.readString(state.resolve("subscription-keys.json")));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void aBackendIsAnsweredFromTheFileAndTheResponsePrinted() throws IOException {
        Cli called = call(
                "{\"*/echo*\": {\"status\": 201, \"headers\": {\"X-From\": \"stub\"}, \"body\": {\"a\": [1]}}}",
                "GET",
                "http://localhost/echo-api/echo?b=2");

        assertThat(called.exit()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .startsWith("HTTP/1.1 201 Created")
                .contains("X-From: stub", "X-Answered-By: apim-quickstart", "{\"a\":[1]}");
    }

    @Test
    void whatNoPatternMatchesIsABadGatewayOrSo() throws IOException {
        Cli called = call("{\"http://elsewhere/*\": {}}", "GET", "/echo-api/echo");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).startsWith("HTTP/1.1 50");
    }

    @Test
    void anArrayIsUsedUpAndItsLastAnswerStays() throws IOException {
        Path api = Files.createDirectories(folder.resolve("config/apis/a"));
        Files.writeString(
                api.resolve("apiInformation.json"),
                "{\"properties\": {\"displayName\": \"A\", \"path\": \"a\", \"protocols\": [\"http\"],"
                        + "\"serviceUrl\": \"http://b.test\", \"subscriptionRequired\": false}}");
        Files.writeString(
                api.resolve("specification.yaml"),
                "openapi: 3.0.1\ninfo: {title: A, version: '1'}\npaths: {/: {get: {responses: {'200': {description: ok}}}}}\n");
        Files.writeString(
                api.resolve("policy.xml"),
                "<policies expressions=\"el\"><backend><retry count=\"3\" interval=\"0\""
                        + " condition=\"${context.Response.StatusCode == 503}\"><forward-request /></retry></backend></policies>");
        Path stub = Files.writeString(
                folder.resolve("s.json"),
                "{\"*\": [{\"status\": 503}, {\"status\": 503}, {\"body\": \"third\", \"delay\": 0.01}]}");

        Cli called = Cli.run("call", "--config", folder.resolve("config"), "--stub", stub, "GET", "/a/");

        assertThat(called.out()).startsWith("HTTP/1.1 200 OK").contains("third");
    }

    @Test
    void theEventsOfACallArePrintedWithItsTraceAndGoNowhereElse() throws IOException {
        Path config = Backend.artifacts(folder.resolve("config"), "http://b.test");
        Path logger = Files.createDirectories(config.resolve("loggers/clicks"));
        Files.writeString(
                logger.resolve("loggerInformation.json"),
                "{\"properties\":{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"clicks\","
                        + "\"connectionString\":\"Endpoint=sb://127.0.0.1/;SharedAccessKey=x\"}}}");
        Files.writeString(
                config.resolve("apis/a/policy.xml"),
                "<policies><inbound><base/><log-to-eventhub logger-id=\"clicks\" partition-key=\"k\">"
                        + "@(context.Request.Method + \" it\")</log-to-eventhub></inbound></policies>");
        Path stub = Files.writeString(folder.resolve("s.json"), "{\"*\": {}}");

        Cli traced = Cli.run("call", "--config", config, "--stub", stub, "--trace", "GET", "/a/");
        Cli plain = Cli.run("call", "--config", config, "--stub", stub, "GET", "/a/");

        assertThat(traced.out()).contains("events:", "  clicks key k: GET it");
        assertThat(plain.out()).doesNotContain("events:");
    }

    @Test
    void withSkipWaitsALongSeriesOfRetriesIsOverAtOnceAndTheClockHasGoneOn() throws IOException {
        Path config = Backend.artifacts(folder.resolve("config"), "http://b.test");
        Files.writeString(config.resolve("apis/a/policy.xml"), """
                <policies><inbound><base/><set-variable name="then" value="@(DateTime.UtcNow)"/></inbound>
                <backend><retry count="50" interval="30" condition="@(context.Response.StatusCode == 503)">
                  <forward-request timeout="20"/></retry></backend>
                <outbound><base/><set-header name="X-Seconds"><value>@(Math.Round((DateTime.UtcNow
                  - (DateTime)context.Variables["then"]).TotalSeconds).ToString())</value></set-header></outbound></policies>
                """);
        String answers = "{\"status\": 503, \"delay\": 1},".repeat(50) + "{\"body\": \"at last\"}";
        Path stub = Files.writeString(folder.resolve("s.json"), "{\"*\": [" + answers + "]}");

        Cli called = Cli.run("call", "--config", config, "--stub", stub, "--skip-waits", "GET", "/a/b");

        assertThat(called.out()).startsWith("HTTP/1.1 200 OK").contains("at last", "X-Seconds: 1550");
    }

    @Test
    void withSkipWaitsTimersFireInTheirOrder() throws IOException {
        Cli slow = call("{\"*\": {\"delay\": 400}}", "--skip-waits", "GET", "/echo-api/echo");
        Cli late = call("{\"*\": {\"delay\": 40}}", "--skip-waits", "--request-deadline", 30, "GET", "/echo-api/echo");
        Cli soon = call("{\"*\": {\"delay\": 20}}", "--skip-waits", "--request-deadline", 30, "GET", "/echo-api/echo");

        assertThat(slow.out()).as("beyond the timeout of the forward").startsWith("HTTP/1.1 500");
        assertThat(late.out()).startsWith("HTTP/1.1 504");
        assertThat(soon.out()).startsWith("HTTP/1.1 200");
    }

    @Test
    void withoutAStubFileThereIsNothingToSkipOrToShow() {
        Cli refused = Cli.run("call", "--config", Cli.SAMPLE, "--skip-waits", "GET", "/echo-api/echo");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--skip-waits needs --stub <file>: backends that are called for real take their time");
    }

    @Test
    void whatBackendsWouldHaveGotIsShownWithoutSecrets() throws IOException {
        Path config = Backend.artifacts(folder.resolve("config"), "http://b.test");
        Path value = Files.createDirectories(config.resolve("namedValues/token"));
        Files.writeString(
                value.resolve("namedValueInformation.json"),
                "{\"properties\": {\"displayName\": \"token\", \"secret\": true, \"value\": \"hidden-7\"}}");
        Files.writeString(
                config.resolve("apis/a/policy.xml"),
                "<policies><inbound><set-header name=\"X-Token\"><value>{{token}}</value></set-header>"
                        + "<set-query-parameter name=\"t\"><value>{{token}}</value></set-query-parameter></inbound></policies>");
        Path stub = Files.writeString(folder.resolve("s.json"), "{\"*\": {}}");

        Cli called = Cli.run(
                "call", "--config", config, "--stub", stub, "--sent", "POST", "/a/b", "-d", "one\ntwo hidden-7");

        assertThat(called.out())
                .contains("sent:\n  POST http://b.test/b?t={{token}}\n")
                .contains("\n      X-Token: {{token}}\n")
                .endsWith("\n\n      one\n      two {{token}}\n")
                .doesNotContain("hidden-7");
    }

    @Test
    void aBodyAndFieldsAreSent() throws IOException {
        AtomicReference<String> arrived = new AtomicReference<>("");
        try (Backend backend = new Backend(exchange -> {
            arrived.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().get("X-A") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Backend.answer(exchange, 200, "got it");
        })) {
            Path config = backend.artifacts(folder.resolve("config"));

            Cli called = Cli.run(
                    "call", "--config", config, "POST", "/a/b?c=1", "-H", "X-A: 1", "-H", "X-A: 2", "-d", "hällo");

            assertThat(arrived).hasValue("POST /b?c=1 [1, 2] hällo");
            assertThat(called.out()).startsWith("HTTP/1.1 200 OK").contains("got it");
        }
    }

    @Test
    void aComputedUrlLeadsToAPrivateAddressOnlyWhereThatIsAllowed() throws IOException {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, "inside"))) {
            Path config = backend.artifacts(folder.resolve("config"));
            Files.writeString(
                    config.resolve("policy.xml"),
                    "<policies><inbound><set-backend-service base-url=\"@(&quot;" + backend.url()
                            + "&quot;)\" /></inbound><backend><forward-request /></backend><outbound /><on-error /></policies>");

            assertThat(Cli.run("call", "--config", config, "GET", "/a/b").out()).startsWith("HTTP/1.1 500");
            Cli allowed = Cli.run("call", "--config", config, "--allow-private-addresses", "GET", "/a/b");
            assertThat(allowed.out()).startsWith("HTTP/1.1 200").contains("inside");
        }
    }

    @ParameterizedTest
    @CsvSource({"/a/x%2Fy, --keep-encoded-slashes", "/a/x;v=1, --ignore-matrix-parameters"})
    void aPathThatIsRefusedPassesWhereTheOperatorLetsIt(String path, String relaxation) throws IOException {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, exchange.getRequestURI() + ""))) {
            Path config = backend.artifacts(folder.resolve("config"));

            assertThat(Cli.run("call", "--config", config, "GET", path).out()).startsWith("HTTP/1.1 400");
            assertThat(Cli.run("call", "--config", config, relaxation, "GET", path)
                            .out())
                    .startsWith("HTTP/1.1 200")
                    .contains(path.substring(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--key-refresh, 29, 30 or more",
        "--stale-keys, 0, 1 or more",
        "--rate-limit-algorithm, leaky, 'sliding-window'",
        "--max-buffered-body, 0, 1 to 1000000",
        "--trusted-proxies, 10.0.0.0/99, --trusted-proxies:",
    })
    void aSettingBeyondItsBoundsIsWrongUsage(String option, String value, String expected) {
        Cli called = Cli.run("call", "--config", folder, option, value, "GET", "/");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains(expected);
    }

    @Test
    void aBodyThatAPolicyHoldsHasTheLimitTheOperatorGave() throws IOException {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, "x".repeat(3_000)))) {
            Path config = backend.artifacts(folder.resolve("config"));
            Files.writeString(
                    config.resolve("policy.xml"),
                    "<policies><inbound/><backend><forward-request/></backend><outbound>"
                            + "<find-and-replace from='x' to='y'/></outbound><on-error/></policies>");

            assertThat(Cli.run("call", "--config", config, "GET", "/a/b").out()).startsWith("HTTP/1.1 200");
            assertThat(Cli.run("call", "--config", config, "--max-buffered-body", "2", "GET", "/a/b")
                            .out())
                    .startsWith("HTTP/1.1 502");
        }
    }

    @Test
    void aSectionLeftOutInheritsUnlessTheOperatorWantsItEmpty() throws IOException {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 201, ""))) {
            Path config = backend.artifacts(folder.resolve("config"));
            Files.writeString(config.resolve("apis/a/policy.xml"), "<policies><inbound><base/></inbound></policies>");

            assertThat(Cli.run("call", "--config", config, "GET", "/a/b").out()).startsWith("HTTP/1.1 201");
            assertThat(Cli.run("call", "--config", config, "--absent-sections-empty", "GET", "/a/b")
                            .out())
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theTraceNamesEveryPolicyItsPlaceAndWhatItChanged() throws IOException {
        Cli called = call("{\"*\": {}}", "GET", "/echo-api/echo", "--trace");

        assertThat(called.out())
                .containsPattern("inbound +global +set-header\\[1] .*policy\\.xml:4:9")
                .contains("request header X-Gateway: ")
                .containsPattern("backend +global +forward-request\\[1]")
                .containsPattern("outbound +global +set-header\\[1] .*stamp/policy\\.xml:2:5");
    }

    @Test
    void withoutAKeyItIs401AndWithoutARoute404() throws IOException {
        assertThat(call("{}", "GET", "/orders-api/orders").out())
                .startsWith("HTTP/1.1 401 Unauthorized")
                .contains("missing subscription key");
        assertThat(call("{}", "GET", "/nowhere").out()).startsWith("HTTP/1.1 404 Not Found");
        assertThat(call("{}", "GET", "/orders-api/orders", "-H", "Ocp-Apim-Subscription-Key: wrong")
                        .out())
                .startsWith("HTTP/1.1 401 Unauthorized")
                .contains("invalid subscription key");
    }

    @Test
    void aKeptKeyOpensTheApiAndTheProductsLimitCounts() throws IOException {
        Path state = folder.resolve("state");
        String key = key(state);

        Cli called = call(
                "{\"*\": {\"body\": \"[]\"}}",
                "--state",
                state,
                "GET",
                "/orders-api/orders/2",
                "-H",
                "Ocp-Apim-Subscription-Key: " + key,
                "--trace");

        assertThat(called.out())
                .startsWith("HTTP/1.1 200 OK")
                .contains("X-Remaining-Calls: 4")
                .containsPattern("X-Served-To: .+, by .+");
        assertThat(called.out() + called.err()).doesNotContain(key);
    }

    @Test
    void generatedKeysAreTheOwnersAloneAndNeverPrinted() throws IOException {
        Path state = folder.resolve("state");
        String key = key(state);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.resolve("subscription-keys.json"))))
                .isEqualTo("rw-------");
        Cli again = Cli.run("validate", "--state", state, Cli.SAMPLE);
        assertThat(again.out() + again.err()).doesNotContain(key);
        assertThat(key(state)).isEqualTo(key);
    }

    @Test
    void aStubFileIsCheckedAndItsMistakesHavePlaces() throws IOException {
        assertThat(call("[1]", "GET", "/x").err()).contains("stub.json:1:1: error: expected an object of URL patterns");
        assertThat(call("{\"*\": {\"status\": 99}}", "GET", "/x").err())
                .contains("stub.json:1:")
                .contains("status 200 to 599");
        assertThat(call("{\"*\": []}", "GET", "/x").err()).contains("at least one response");
        assertThat(call("{\"*\": ", "GET", "/x").exit()).isEqualTo(1);
    }

    @Test
    void aBackendThatTakesTooLongIsATimeout() throws IOException {
        Cli called = call("{\"*\": {\"delay\": 400}}", "--request-deadline", 1, "GET", "/echo-api/echo");

        assertThat(called.out()).startsWith("HTTP/1.1 504");
    }
}
