package dev.apim.core.policies.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Scope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendRequestTest {
    private static final String TO = "<set-url>http://side.test/x?y=1</set-url><set-method>POST</set-method>";

    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private static String send(String attributes, String children) {
        return "<send-request response-variable-name='r' " + attributes + ">" + children + "</send-request>";
    }

    private HttpResponse only(String attributes, String children) {
        return bench.inbound(send(attributes, children) + "<return-response/>");
    }

    private ResponseMessage kept() {
        if (bench.exchange().variables().get("r") instanceof ResponseMessage response) {
            return response;
        }
        throw new AssertionError("the variable holds no response");
    }

    @Test
    void aNewRequestHoldsWhatItIsGivenAndNothingElse() {
        bench.headers.add("Authorization", "client").add("X-Client", "1");
        backend.answers(207, StreamBody.of("an", "swer"), "X", "1", "Connection", "close");

        only("", TO + "<set-header name='A'><value>b</value></set-header><set-body>hello</set-body>");

        BackendRequest sent = backend.request();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.url().toString()).isEqualTo("http://side.test/x?y=1");
        assertThat(sent.headers()).isEqualTo(Headers.of("A", "b"));
        assertThat(FakeBackend.text(sent)).isEqualTo("hello");
        assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(sent.options().addresses()).isEqualTo(AddressRule.ANY);
        assertThat(kept().status()).isEqualTo(207);
        assertThat(kept().headers()).isEqualTo(Headers.of("X", "1"));
        assertThat(new String(kept().body().read(true), StandardCharsets.UTF_8)).isEqualTo("answer");
        assertThat(bench.time.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://side.test/x y?$filter=name eq 'a|b'&amp;q={1}", "@(url)"})
    void whatMayNotStandInAUrlIsEncoded(String url) {
        bench.let("@(url)", e -> " http://side.test/x y?$filter=name eq 'a|b'&q={1}\n");

        only("", "<set-url>" + url + "</set-url><set-method>GET</set-method>");

        assertThat(backend.request().url().toString())
                .isEqualTo("http://side.test/x%20y?$filter=name%20eq%20'a%7Cb'&q=%7B1%7D");
    }

    @Test
    void aCompressedAnswerIsKeptAsPoliciesCanReadIt() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("answer".getBytes(StandardCharsets.UTF_8));
        }
        backend.answers(200, Body.of(zipped.toByteArray()), "Content-Encoding", "gzip", "Content-Length", "26");

        only("", TO);

        assertThat(new String(kept().body().read(true), StandardCharsets.UTF_8)).isEqualTo("answer");
        assertThat(kept().headers().isEmpty()).isTrue();
    }

    @Test
    void anAnswerThatIsNotValidForItsCodingIsNoAnswer() {
        backend.answers(200, Body.of("not zipped"), "Content-Encoding", "gzip");

        assertThat(only("", TO).status()).isEqualTo(502);
    }

    @Test
    void anAnswerInAnotherCodingIsKeptAsItIs() {
        backend.answers(200, Body.of("x"), "Content-Encoding", "br");

        only("", TO);

        assertThat(kept().headers()).isEqualTo(Headers.of("Content-Encoding", "br"));
    }

    @Test
    void aCopyIsTheRequestUnderWay() {
        bench.method = "PUT";
        bench.headers.add("X-Client", "1").add("Content-Length", "4").add("Accept-Encoding", "gzip");
        bench.body = StreamBody.of("bo", "dy");

        bench.inbound(send("mode='copy'", "<set-header name='A'><value>b</value></set-header>"));

        BackendRequest copy = backend.requests().get(0);
        assertThat(copy.method()).isEqualTo("PUT");
        assertThat(copy.url().toString()).isEqualTo("https://backend.test/base/orders/1");
        assertThat(copy.headers()).isEqualTo(Headers.of("X-Client", "1", "A", "b"));
        assertThat(FakeBackend.text(copy)).isEqualTo("body");
        assertThat(FakeBackend.text(backend.requests().get(1))).isEqualTo("body");
    }

    @Test
    void inOutboundACopyHasNoBody() {
        bench.method = "PUT";
        bench.body = Body.of("body");

        bench.outbound(send("mode='copy'", "<set-url>http://side.test/</set-url>"));

        assertThat(FakeBackend.text(backend.requests().get(1))).isEmpty();
        assertThat(backend.requests().get(1).url().host()).isEqualTo("side.test");
    }

    @Test
    void aComputedUrlLeadsToPublicAddressesOnly() {
        bench.let("@(u)", e -> "http://169.254.169.254/latest").let("@(m)", e -> "new");

        only("mode='@(m)'", "<set-url>@(u)</set-url><set-method>GET</set-method>");

        assertThat(backend.request().options().addresses()).isEqualTo(AddressRule.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x", "file:///etc/passwd", "http://user:pw@side.test", "http://a\r\nb/"})
    void aComputedUrlThatIsNoneFailsTheRequest(String made) {
        bench.let("@(u)", e -> made);

        HttpResponse response = only("", "<set-url>@(u)</set-url><set-method>GET</set-method>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500})
    void anyStatusIsAnAnswer(int status) {
        backend.answers(status, Body.empty());

        assertThat(only("", TO).status()).isEqualTo(200);
        assertThat(kept().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, 500, BackendConnectionFailure", "TIMEOUT, 500, Timeout",
        "FORBIDDEN_ADDRESS, 500, BackendConnectionFailure", "MALFORMED, 502, BackendResponseInvalid"
    })
    void aFailedCallEndsTheRequestUnlessItIsIgnored(Kind kind, int status, String reason) {
        backend.fails(kind).fails(kind);

        assertThat(only("", TO).status()).isEqualTo(status);
        assertThat(bench.lastError().source()).isEqualTo("send-request");
        assertThat(bench.lastError().reason()).isEqualTo(reason);

        PolicyBench ignoring = new PolicyBench();
        ignoring.backend.fails(kind);
        HttpResponse response = ignoring.inbound(send("ignore-error='true'", TO));
        assertThat(response.status()).isEqualTo(200);
        assertThat(ignoring.exchange().variables()).containsEntry("r", null);
        assertThat(ignoring.time.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerOverTheLimitIsRefused(boolean declared) {
        String chunk = "x".repeat(1024 * 1024);
        StreamBody large = declared ? StreamBody.declaring(3_000_000, chunk) : StreamBody.of(chunk, chunk, "x");
        backend.answers(200, large);

        assertThat(only("", TO).status()).isEqualTo(502);
        assertThat(backend.cancelled()).isEqualTo(1);
        assertThat(bench.time.waiting()).isZero();
    }

    @Test
    void theTimeoutCoversTheWholeAnswer() {
        backend.hangs();
        bench.let("@(t)", e -> 5);
        bench.start("<policies><inbound>" + send("timeout='@(t)'", TO) + "</inbound></policies>");

        bench.time.advance(Duration.ofMillis(4_999));
        assertThat(backend.cancelled()).isZero();
        bench.time.advance(Duration.ofMillis(1));

        assertThat(bench.answered(null).status()).isEqualTo(500);
        assertThat(bench.lastError().reason()).isEqualTo("Timeout");
        assertThat(backend.cancelled()).isEqualTo(1);
    }

    @Test
    void aClientThatLeavesCallsItOff() {
        backend.hangs();
        var flow = bench.start("<policies><inbound>" + send("", TO) + "</inbound></policies>");

        flow.ended(new java.io.IOException("gone"));

        assertThat(backend.cancelled()).isEqualTo(1);
        assertThat(bench.time.waiting()).isZero();
    }

    @Test
    void aNewRequestNeedsUrlAndMethod() {
        bench.compile("<policies><inbound>" + send("", "") + "</inbound></policies>", Scope.API);

        assertThat(bench.messages())
                .hasSize(2)
                .anyMatch(m -> m.contains("<set-url>"))
                .anyMatch(m -> m.contains("<set-method>"));
    }

    @Test
    void aHeaderThatCouldEndALineFailsTheRequest() {
        bench.let("@(v)", e -> "a\r\nb");

        assertThat(only("", TO + "<set-header name='X'><value>@(v)</value></set-header>")
                        .status())
                .isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }
}
