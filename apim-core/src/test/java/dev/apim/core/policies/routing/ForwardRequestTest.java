package dev.apim.core.policies.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardRequestTest {
    private static final String RETRY = "<retry condition='@(failed)' count='2' interval='0'>";

    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private HttpResponse forward(String attributes) {
        return bench.backend("<forward-request " + attributes + "/>");
    }

    @Test
    void methodPathQueryHeadersAndBodyGoToTheServiceUrl() {
        bench.method = "PUT";
        bench.target = "/shop/orders/1?a=%2f";
        bench.headers.add("X-Mine", "1");
        bench.body = StreamBody.of("stream");
        backend.answers(201, Body.of("made"), "X-Theirs", "2");

        HttpResponse response = forward("");

        BackendRequest sent = backend.request();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.url().toString()).isEqualTo("https://backend.test/base/orders/1?a=%2f");
        assertThat(sent.headers().get("X-Mine")).isEqualTo("1");
        assertThat(sent.body()).isSameAs(bench.body);
        assertThat(sent.options()).isSameAs(ConnectionOptions.DEFAULT);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().get("X-Theirs")).isEqualTo("2");
        assertThat(PolicyBench.text(response.body())).isEqualTo("made");
    }

    @Test
    void theBackendIsAskedForItsOwnHost() {
        forward("");

        assertThat(backend.request().headers().contains("Host")).isFalse();
    }

    @Test
    void aHostThatAPolicySetIsSentEvenIfItIsTheGateways() {
        bench.inbound("<set-header name='host'><value>gateway.test</value></set-header>");

        assertThat(backend.request().headers().all("Host")).containsExactly("gateway.test");
    }

    @Test
    void theForwardedFieldsAreMadeAnew() {
        bench.headers
                .add("X-Forwarded-For", "6.6.6.6")
                .add("X-Forwarded-Host", "evil")
                .add("X-Forwarded-Prefix", "/evil")
                .add("Forwarded", "for=6.6.6.6")
                .add("X-Real-IP", "6.6.6.6")
                .add("X-Original-URL", "/admin")
                .add("X-Rewrite-URL", "/admin");

        forward("");

        assertThat(backend.request().headers())
                .isEqualTo(Headers.of(
                        "X-Forwarded-For", "192.0.2.7",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "gateway.test"));
    }

    @Test
    void whatAPolicySaysOfTheCallerStays() {
        bench.inbound("<set-header name='X-Forwarded-Host'><value>shop.test</value></set-header>"
                + "<set-header name='X-Forwarded-For'><value>10.1.1.1</value></set-header>");

        assertThat(backend.request().headers().get("X-Forwarded-Host")).isEqualTo("shop.test");
        assertThat(backend.request().headers().get("X-Forwarded-For")).isEqualTo("10.1.1.1, 192.0.2.7");
    }

    @Test
    void whatAClientListsInConnectionCannotRemoveWhatIsAddedLater() {
        bench.headers
                .add("Connection", "X-Forwarded-For, Authorization, Host, X-User, close")
                .add("Authorization", "theirs")
                .add("X-User", "theirs");

        bench.inbound("<set-header name='Authorization'><value>ours</value></set-header>"
                + "<set-header name='X-User'><value>ours</value></set-header>");

        assertThat(backend.request().headers().get("Authorization")).isEqualTo("ours");
        assertThat(backend.request().headers().get("X-User")).isEqualTo("ours");
        assertThat(backend.request().headers().get("X-Forwarded-For")).isEqualTo("192.0.2.7");
    }

    @Test
    void hopByHopFieldsOfTheResponseStayBehind() {
        backend.answers(
                200,
                Body.empty(),
                "Connection",
                "X-Hop",
                "X-Hop",
                "1",
                "Keep-Alive",
                "5",
                "Transfer-Encoding",
                "chunked",
                "X",
                "1");

        assertThat(forward("").headers()).isEqualTo(Headers.of("X", "1"));
    }

    @Test
    void framingIsLeftToTheClient() {
        bench.headers.add("Content-Length", "3").add("Expect", "100-continue");
        bench.body = StreamBody.declaring(3, "abc");

        forward("continue-timeout='4'");

        assertThat(backend.request().headers().contains("Content-Length")).isFalse();
        assertThat(backend.request().headers().get("Expect")).isEqualTo("100-continue");
        assertThat(backend.request().continueTimeout()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource({"'', PT5M", "timeout='7', PT7S", "timeout-ms='1500', PT1.5S", "timeout='@(t)', PT9S"})
    void theTimeoutIsAsConfigured(String attributes, Duration expected) {
        bench.let("@(t)", e -> 9);

        forward(attributes);

        assertThat(backend.request().timeout()).isEqualTo(expected);
    }

    @Test
    void aComputedTimeoutMustBePositive() {
        bench.let("@(t)", e -> 0);

        assertThat(forward("timeout='@(t)'").status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, 500, BackendConnectionFailure",
        "TLS, 500, BackendConnectionFailure",
        "FORBIDDEN_ADDRESS, 500, BackendConnectionFailure",
        "TIMEOUT, 500, Timeout",
        "MALFORMED, 502, BackendResponseInvalid",
    })
    void aFailedCallIsAFailureOfForwardRequest(Kind kind, int status, String reason) {
        backend.fails(kind);

        HttpResponse response = forward("");

        assertThat(response.status()).isEqualTo(status);
        assertThat(PolicyBench.text(response.body())).doesNotContain("backend.test");
        assertThat(bench.lastError().source()).isEqualTo("forward-request");
        assertThat(bench.lastError().reason()).isEqualTo(reason);
    }

    @Test
    void aClientThatBreaksItsContractIsA500() {
        backend.hangs().completeExceptionally(new IllegalStateException("secret inside"));

        assertThat(forward("").status()).isEqualTo(500);
        assertThat(bench.lastError().message()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 599})
    void anErrorStatusIsNoErrorUnlessAskedFor(int status) {
        backend.answers(status, Body.of("theirs"));
        assertThat(forward("").status()).isEqualTo(status);

        PolicyBench strict = new PolicyBench();
        StreamBody body = StreamBody.of("theirs");
        strict.backend.answers(status, body);
        HttpResponse response =
                strict.run("<policies><backend><forward-request fail-on-error-status-code='true'/></backend><outbound>"
                        + "<set-header name='X-Out'><value>1</value></set-header></outbound><on-error>"
                        + "<set-header name='X-Err'><value>1</value></set-header></on-error></policies>");

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().contains("X-Out")).isFalse();
        assertThat(response.headers().get("X-Err")).isEqualTo("1");
        assertThat(body.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399})
    void aStatusBelow400IsNoErrorEvenWhenAskedFor(int status) {
        backend.answers(status, Body.empty());

        assertThat(forward("fail-on-error-status-code='true'").status()).isEqualTo(status);
    }

    @Test
    void aStreamedBodyCannotBeSentTwice() {
        bench.method = "POST";
        bench.body = StreamBody.of("once");
        bench.let("@(failed)", e -> e.response().status() == 503);
        backend.answers(503, Body.empty());

        HttpResponse response = bench.backend(RETRY + "<forward-request/></retry>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).hasSize(1);
        assertThat(bench.lastError().reason()).isEqualTo("RequestBodyNotAvailable");
        assertThat(bench.lastError().message()).contains("buffer-request-body=\"true\"");
    }

    @Test
    void aBufferedBodyIsSentAgain() {
        bench.method = "POST";
        bench.body = StreamBody.of("tw", "ice");
        bench.let("@(failed)", e -> e.response().status() == 503);
        StreamBody first = StreamBody.of("busy");
        backend.answers(503, first).answers(200, Body.of("done"));

        HttpResponse response = bench.backend(RETRY + "<forward-request buffer-request-body='true'/></retry>");

        assertThat(PolicyBench.text(response.body())).isEqualTo("done");
        assertThat(backend.requests()).extracting(FakeBackend::text).containsExactly("twice", "twice");
        assertThat(backend.requests().get(1).headers().get("X-Forwarded-For")).isEqualTo("192.0.2.7");
        assertThat(first.isCancelled()).isTrue();
    }

    @Test
    void aBodyReadAwayCannotBeSent() {
        bench.method = "POST";
        bench.body = Body.of("read");
        bench.let("@(read)", e -> new String(e.request().body().read(false), java.nio.charset.StandardCharsets.UTF_8));

        HttpResponse response = bench.inbound("<set-variable name='x' value='@(read)'/>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("preserveContent");
    }

    @Test
    void anApiWithoutABackendSaysSo() {
        bench.serviceUrl = "";

        assertThat(forward("").status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("no service URL");
    }

    @Test
    void aClientThatLeavesCallsTheForwardOff() {
        CompletableFuture<HttpResponse> never = backend.hangs();
        var flow = bench.start("<policies><backend><forward-request/></backend></policies>");

        flow.ended(new java.io.IOException("gone"));

        assertThat(never).isNotDone();
        assertThat(backend.cancelled()).isEqualTo(1);
    }

    @Test
    void otherVersionsOfHttpAreWarnedOf() {
        bench.compile("<policies><backend><forward-request http-version='2or1'/></backend></policies>", Scope.API);

        assertThat(bench.messages()).singleElement().asString().contains("HTTP/1.1 is used");
    }

    @Test
    void twoTimeoutsAreAMistake() {
        bench.compile(
                "<policies><backend><forward-request timeout='1' timeout-ms='1'/></backend></policies>", Scope.API);

        assertThat(bench.messages()).singleElement().asString().contains("both timeout and timeout-ms");
    }
}
