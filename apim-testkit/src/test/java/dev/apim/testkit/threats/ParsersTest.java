package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.apim.ConfigurationException;
import dev.apim.core.GatewaySettings;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsersTest {
    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    private BodyLimits bodies = BodyLimits.DEFAULT;

    static Stream<String> sound() {
        return JsonCases.sound().stream();
    }

    static Stream<String> unsound() {
        return JsonCases.unsound().stream();
    }

    @ParameterizedTest
    @DisplayName("row 40: JSON of the grammar of RFC 8259 is read")
    @MethodSource("sound")
    void jsonIsRead(String text) throws JsonProcessingException {
        assertThat(Json.mapper().readTree(text)).isNotNull();
        if (text.startsWith("{") || text.startsWith("[")) {
            assertThat(PositionedTree.read("test", text, issue -> {})).isPresent();
        }
    }

    @ParameterizedTest
    @DisplayName("row 40: what is not of that grammar, or is beyond the limits, is refused")
    @MethodSource("unsound")
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
        if (text.startsWith("{") || text.startsWith("[")) {
            assertThat(PositionedTree.read("test", text, issue -> {})).isEmpty();
        }
    }

    private static void read(String text) throws JsonProcessingException {
        if (Json.mapper().readTree(text).isMissingNode()) {
            Json.mapper().readValue(text, Object.class);
        }
    }

    @Test
    @DisplayName("row 40: there are at least 95 texts to read and 188 to refuse")
    void theListsAreLong() {
        assertThat(JsonCases.sound()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(95);
        assertThat(JsonCases.unsound()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(188);
    }

    @ParameterizedTest
    @DisplayName("row 40: a request body that is hostile JSON is the caller's fault: 400, and nothing is forwarded")
    @ValueSource(strings = {"deep", "long number", "long string", "duplicate"})
    void hostileJsonIsRefused(String kind) {
        bodies = new BodyLimits(16 * 1024 * 1024, 100, 1024 * 1024);
        TestGateway gateway = reading("${context.Request.Body.As('JObject')['a']}");

        TestCall call = gateway.post("/a/x", hostile(kind));

        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text())
                .contains("beyond the limits")
                .doesNotContain("1111")
                .doesNotContain("secret");
        assertThat(gateway.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("row 40: a response body that is hostile JSON is the backend's fault: 502, which says nothing of it")
    @ValueSource(strings = {"deep", "long number", "duplicate"})
    void hostileJsonOfABackendIsABadGateway(String kind) {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .api("a", "a", "POST /x")
                .policy(
                        "/apis/a",
                        "<policies expressions=\"el\"><outbound><base/><set-variable name=\"v\" "
                                + "value=\"${context.Response.Body.As('JObject')['a']}\"/></outbound></policies>")
                .start());
        gateway.backends().answer("backend", 200, "application/json", hostile(kind));

        TestCall call = gateway.post("/a/x", "");

        assertThat(call.status()).isEqualTo(502);
        assertThat(call.text()).contains("Bad Gateway").doesNotContain("limits");
    }

    private static String hostile(String kind) {
        return switch (kind) {
            case "deep" -> "[".repeat(100_000);
            case "long number" -> "{\"a\":" + "1".repeat(1_000_000) + "}";
            case "long string" -> "{\"a\":\"" + "1".repeat(8 * 1024 * 1024 + 1) + "\"}";
            default -> "{\"secret\":1,\"secret\":2}";
        };
    }

    @ParameterizedTest
    @DisplayName("row 40: JSON that is merely wrong fails the expression that reads it, as in Azure")
    @ValueSource(strings = {"{\"a\":", "{a:1}", "[]", "", "{\"a\":1}}"})
    void wrongJsonFailsTheExpression(String body) {
        TestGateway gateway = reading("${context.Request.Body.As('JObject')['a']}");

        TestCall call = gateway.post("/a/x", body);

        assertThat(call.status()).isEqualTo(500);
        assertThat(call.text()).contains("Internal server error");
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    @DisplayName("row 40: on-error sees why, and from which policy, without the body")
    void onErrorSeesWhyJsonWasRefused() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .api("a", "a", "POST /x")
                .policy(
                        "/apis/a",
                        "<policies expressions=\"el\"><inbound><set-variable name=\"v\" "
                                + "value=\"${context.Request.Body.As('JObject')['a']}\"/></inbound><on-error>"
                                + "<set-header name=\"X-Source\"><value>${context.LastError.Source}</value></set-header>"
                                + "<set-header name=\"X-Why\"><value>${context.LastError.Message}</value></set-header>"
                                + "</on-error></policies>")
                .start());

        TestCall call = gateway.post("/a/x", hostile("duplicate"));

        assertThat(call.status()).isEqualTo(400);
        assertThat(call.header("X-Source")).isEqualTo("set-variable");
        assertThat(call.header("X-Why"))
                .startsWith("The body's JSON is beyond the limits")
                .contains("line 1")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @DisplayName(
            "row 41: a body a policy reads is decoded once and within limits; more codings, unknown or broken ones are refused")
    @ValueSource(strings = {"gzip,gzip", "gzip, gzip, gzip", "br", "zstd", "gzip", "deflate", "identity, gzip"})
    void codingsAreLimited(String coding) {
        TestGateway gateway = reading("${context.Request.Body.AsString()}");

        TestCall call = gateway.send("POST", "/a/x", Body.of("not compressed at all"), "Content-Encoding", coding);

        assertThat(call.status()).isEqualTo(415);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    @DisplayName("row 41: a bomb and a truncated body that a policy reads are refused; unread they pass untouched")
    void bombsAreRefusedWhereTheyAreRead() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        byte[] truncated =
                Arrays.copyOf(gzip("a text that is cut".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 20);
        for (byte[] body : List.of(bomb, truncated)) {
            TestGateway reading = reading("${context.Request.Body.AsString()}");
            TestCall call = reading.send(upload(body));
            assertThat(call.status()).isEqualTo(415);
            assertThat(reading.backends().received()).isEmpty();

            TestGateway passing =
                    gateways.watch(TestGateway.create().api("a", "a", "POST /x").start());
            assertThat(passing.send(upload(body)).status()).isEqualTo(200);
            assertThat(passing.backends().only().body().bytes()).isEqualTo(body);
            assertThat(passing.backends().only().header("Content-Encoding")).isEqualTo("gzip");
        }
    }

    @ParameterizedTest
    @DisplayName("row 42: expressions in EL offer no regular expressions, so there is nothing to blow up")
    @ValueSource(strings = {"matches('(a+)+$')", "replaceAll('(a+)+','b')", "replaceFirst('a','b')"})
    void elHasNoRegularExpressions(String call) {
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /x")
                .policy(
                        "/apis/a",
                        "<policies expressions=\"el\"><inbound><set-variable name=\"v\" value=\"${context.Request.Method."
                                + call + "}\"/></inbound></policies>");

        assertThatThrownBy(gateway::start).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @DisplayName("row 45: a document beyond the limits is refused with its place")
    @ValueSource(strings = {"large", "wide", "deep"})
    void documentsBeyondTheLimitsAreRefused(String kind) {
        String inner = switch (kind) {
            case "large" -> "<!--" + "x".repeat(256 * 1024) + "-->";
            case "wide" -> "<set-method>GET</set-method>".repeat(1_001);
            default -> "<choose><when condition=\"true\">".repeat(40) + "</when></choose>".repeat(40);
        };
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /x")
                .policy("/apis/a", "<policies><inbound>" + inner + "</inbound></policies>");

        assertThatThrownBy(gateway::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/apis/a/policies/policy:1:");
    }

    @Test
    @DisplayName("row 37: no class but SecureXml makes an XML factory")
    void oneClassMakesXmlFactories() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> makers = files.filter(f -> f.toString().contains("/src/main/java/")
                            && f.toString().endsWith(".java"))
                    .filter(ParsersTest::makesXmlFactories)
                    .toList();
            assertThat(makers).extracting(f -> f.getFileName().toString()).containsOnly("SecureXml.java");
        }
    }

    private static boolean makesXmlFactories(Path file) {
        try {
            return Files.readString(file)
                    .matches(
                            "(?s).*(DocumentBuilderFactory|SAXParserFactory|XMLInputFactory|TransformerFactory|SchemaFactory|XPathFactory)"
                                    + "\\s*\\.\\s*new\\w+\\(.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName(
            "row 70: a body over the limit of a policy that reads it is 413 and its upload is given up; unread it passes")
    void bodiesAreLimitedWhereTheyAreRead() {
        TestGateway reading = reading("${context.Request.Body.AsString()}");
        assertThat(reading.send("POST", "/a/x", Body.of(new byte[2 * 1024 * 1024 + 1]))
                        .status())
                .isEqualTo(413);
        StreamingBody upload = new StreamingBody();
        TestCall call = reading.send("POST", "/a/x", upload);
        String mebibyte = "x".repeat(1024 * 1024);
        upload.send(mebibyte).send(mebibyte).send("x");

        assertThat(call.status()).isEqualTo(413);
        assertThat(upload.isCancelled()).isTrue();
        assertThat(reading.backends().received()).isEmpty();

        TestGateway passing =
                gateways.watch(TestGateway.create().api("a", "a", "POST /x").start());
        StreamingBody long_ = new StreamingBody();
        TestCall passed = passing.send("POST", "/a/x", long_);
        long_.send(mebibyte).send(mebibyte).send(mebibyte).complete();
        assertThat(passed.status()).isEqualTo(200);
        assertThat(passing.backends().only().body().bytes()).hasSize(3 * 1024 * 1024);
    }

    private TestGateway reading(String expression) {
        return gateways.watch(TestGateway.create()
                .settings(GatewaySettings.builder().bodies(bodies).build())
                .api("a", "a", "POST /x")
                .policy(
                        "/apis/a",
                        "<policies expressions=\"el\"><inbound><base/><set-variable name=\"v\" value=\"" + expression
                                + "\"/></inbound></policies>")
                .start());
    }

    private static dev.apim.http.HttpRequest upload(byte[] body) {
        return new dev.apim.http.HttpRequest(
                "POST",
                "http",
                "gateway.test",
                "/a/x",
                "HTTP/1.1",
                "203.0.113.7",
                Headers.of("Host", "gateway.test", "Content-Encoding", "gzip"),
                Body.of(body));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
