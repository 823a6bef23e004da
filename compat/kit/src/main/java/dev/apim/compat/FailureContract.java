package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.Apim;
import dev.apim.core.design.ApiDesign;
import dev.apim.core.design.ApimDesign;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong at each stage of an exchange, and what the client is told; both where the host answers ({@code in}) and where
 * something behind the container does ({@code far}).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FailureContract {
    private static final String THROWS =
            "<set-header name='X-Never'><value>@(int.Parse(\"x\").ToString())</value></set-header>";
    private static final String READS_REQUEST =
            "<set-header name='X-Read'><value>@(context.Request.Body.As<string>(true).Length.ToString())</value></set-header>";
    private static final String READS_RESPONSE =
            "<set-header name='X-Read'><value>@(context.Response.Body.As<string>(true).Length.ToString())</value></set-header>";

    private static final String TOLD = "<set-status code='409' reason='Told'/><set-body>"
            + "@(context.LastError.Source + \" \" + context.LastError.Reason + \" in \" + context.LastError.Section)</set-body>";

    private @Nullable KitApplication backend;
    private @Nullable KitApplication application;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        backend = KitApplication.start(host(), null);
        String url = "http://127.0.0.1:" + backend.port() + "/shop/plain";
        application = KitApplication.start(host(), Apim.create(a -> {
            apis(a, "in", ApiDesign::inline);
            apis(a, "far", api -> api.backend(url));
        }));
    }

    private interface Place {
        void of(ApiDesign api);
    }

    private static void apis(ApimDesign a, String prefix, Place place) {
        api(a, prefix + "-inbound", place, policy(THROWS, "<base/>", "", ""));
        api(
                a,
                prefix + "-answers",
                place,
                policy(
                        "<return-response><set-status code='418' reason='Teapot'/><set-body>tea</set-body></return-response>",
                        "<base/>",
                        "",
                        ""));
        api(a, prefix + "-outbound", place, policy("", "<base/>", THROWS, ""));
        api(a, prefix + "-outbound-reads", place, policy("", "<base/>", READS_RESPONSE + THROWS, ""));
        api(a, prefix + "-reads", place, policy(READS_REQUEST, "<base/>", "", ""));
        api(a, prefix + "-reads-response", place, policy("", "<base/>", READS_RESPONSE, ""));
        api(
                a,
                prefix + "-mends",
                place,
                policy("", "<base/>", "<set-status code='299' reason='Mended'/><set-body>mended</set-body>", ""));
        api(a, prefix + "-status", place, policy("", "<forward-request fail-on-error-status-code='true'/>", "", TOLD));
        api(a, prefix + "-told", place, policy(THROWS, "<base/>", "", TOLD));
        api(a, prefix + "-twice", place, policy(THROWS, "<base/>", "", THROWS));
        api(a, prefix + "-patience", place, policy("", "<forward-request timeout-ms='200'/>", "", TOLD));
    }

    private static void api(ApimDesign a, String name, Place place, String policy) {
        a.api(name, api -> place.of(api.path(name).open().allOperations().policy(policy)));
    }

    private static String policy(String inbound, String backend, String outbound, String onError) {
        return "<policies><inbound><base/>" + inbound + "</inbound><backend>" + backend + "</backend><outbound><base/>"
                + outbound + "</outbound><on-error><base/>" + onError + "</on-error></policies>";
    }

    @AfterAll
    void stop() {
        for (KitApplication each : new KitApplication[] {application, backend}) {
            if (each != null) {
                each.close();
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        asked();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/shop/" + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return MessageContract.CLIENT.send(request, BodyHandlers.ofString());
    }

    private int port() {
        return Objects.requireNonNull(application).port();
    }

    /** Whether host or backend were asked since the last time. */
    private boolean asked() {
        boolean host = !Objects.requireNonNull(application).guarded().isEmpty();
        boolean far = !Objects.requireNonNull(backend).guarded().isEmpty();
        return host || far;
    }

    private static void isAnError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).startsWith("{ \"statusCode\": " + status + ", \"message\": ");
        assertThat(answer.headers().firstValue("X-Status")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "far"})
    void whatFailsAheadIsAnsweredWithoutTheHost(String place) throws Exception {
        isAnError(get(place + "-inbound/status?code=200"), 500);
        assertThat(asked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "far"})
    void aPolicyMayAnswerInTheHostsPlace(String place) throws Exception {
        HttpResponse<String> answer = get(place + "-answers/status?code=200");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("tea");
        assertThat(asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "in-outbound, status?code=201",
        "in-outbound, sized?size=100000",
        "in-outbound, chunked?size=100000",
        "in-outbound, async",
        "in-outbound, async-write?size=100000",
        "in-outbound-reads, status?code=201",
        "in-outbound-reads, chunked?size=100000",
        "far-outbound, status?code=201",
        "far-outbound, chunked?size=100000",
        "far-outbound-reads, chunked?size=100000"
    })
    void whatFailsBehindTheHostTakesTheHostsAnswerBack(String api, String endpoint) throws Exception {
        isAnError(get(api + "/" + endpoint), 500);
        assertThat(asked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"in, throw", "in, throw-wet", "in, send-error?code=409", "far, throw", "far, send-error?code=409"})
    void aPolicyMayMendWhatTheHostDidWrong(String place, String endpoint) throws Exception {
        HttpResponse<String> answer = get(place + "-mends/" + endpoint);

        assertThat(answer.statusCode()).isEqualTo(299);
        assertThat(answer.body()).isEqualTo("mended");
    }

    @ParameterizedTest
    @CsvSource({
        "in-told, set-header ExpressionValueEvaluationFailure in inbound",
        "far-told, set-header ExpressionValueEvaluationFailure in inbound",
        "in-status, forward-request BackendErrorStatusCode in backend",
        "far-status, forward-request BackendErrorStatusCode in backend"
    })
    void onErrorSaysWhatTheClientSees(String api, String told) throws Exception {
        HttpResponse<String> answer = get(api + "/status?code=503");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "far"})
    void whatFailsInOnErrorIsAnsweredAllTheSame(String place) throws Exception {
        isAnError(get(place + "-twice/status?code=200"), 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "far"})
    void aRequestThatIsTooLargeForAPolicyIsRefused(String place) throws Exception {
        asked();
        try (RawClient client = new RawClient(port())) {
            client.send("POST /shop/" + place + "-reads/echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                    + (3 << 20) + "\r\n\r\nbeginning");
            assertThat(client.readAnswer("POST").status()).isEqualTo(413);
        }
        assertThat(asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"in, chunked", "in, sized", "in, async-write", "far, chunked", "far, sized"})
    void aResponseThatIsTooLargeForAPolicyIsABadGateways(String place, String endpoint) throws Exception {
        isAnError(get(place + "-reads-response/" + endpoint + "?size=" + (3 << 20)), 502);
    }

    @Test
    void aBackendThatIsSilentIsGivenUp() throws Exception {
        String gate = getClass().getName() + "silent";
        HttpResponse<String> answer = get("far-patience/silent?gate=" + gate);
        Gates.open(gate);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("forward-request Timeout in backend");
    }
}
