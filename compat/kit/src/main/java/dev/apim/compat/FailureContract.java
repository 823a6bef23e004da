package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.design.ApiDesign;
import dev.apim.core.design.ApimDesign;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong at each stage of an exchange with the kit's endpoints, and what the client is told. */
public abstract class FailureContract {
    private static final String THROWS =
            "<set-header name='X-Never'><value>@(int.Parse(\"x\").ToString())</value></set-header>";
    private static final String READS_REQUEST =
            "<set-header name='X-Read'><value>@(context.Request.Body.As<string>(true).Length.ToString())</value></set-header>";
    private static final String READS_RESPONSE =
            "<set-header name='X-Read'><value>@(context.Response.Body.As<string>(true).Length.ToString())</value></set-header>";

    private static final String TOLD = "<set-status code='409' reason='Told'/><set-body>"
            + "@(context.LastError.Source + \" \" + context.LastError.Reason + \" in \" + context.LastError.Section)</set-body>";

    /** The port that leads to the gateway. */
    protected abstract int port();

    /** What stands ahead of the paths of the contract's APIs, such as {@code /shop/}. */
    protected abstract String base();

    /** Whether something behind the gateway's own server answers. */
    protected abstract boolean isProxied();

    /** Whether the endpoints were asked since the last time. */
    protected abstract boolean asked();

    /**
     * The APIs of the contract.
     *
     * @param a takes them
     * @param place says of each where it is answered
     */
    public static void apis(ApimDesign a, Consumer<ApiDesign> place) {
        String answer =
                "<return-response><set-status code='418' reason='Teapot'/><set-body>tea</set-body></return-response>";
        String mend = "<set-status code='299' reason='Mended'/><set-body>mended</set-body>";
        api(a, "inbound", place, policy(THROWS, "<base/>", "", ""));
        api(a, "answers", place, policy(answer, "<base/>", "", ""));
        api(a, "outbound", place, policy("", "<base/>", THROWS, ""));
        api(a, "outbound-reads", place, policy("", "<base/>", READS_RESPONSE + THROWS, ""));
        api(a, "reads", place, policy(READS_REQUEST, "<base/>", "", ""));
        api(a, "reads-response", place, policy("", "<base/>", READS_RESPONSE, ""));
        api(a, "mends", place, policy("", "<base/>", mend, ""));
        api(a, "status", place, policy("", "<forward-request fail-on-error-status-code='true'/>", "", TOLD));
        api(a, "told", place, policy(THROWS, "<base/>", "", TOLD));
        api(a, "twice", place, policy(THROWS, "<base/>", "", THROWS));
        api(a, "patience", place, policy("", "<forward-request timeout-ms='200'/>", "", TOLD));
    }

    private static void api(ApimDesign a, String name, Consumer<ApiDesign> place, String policy) {
        a.api(name, api -> place.accept(api.path(name).open().allOperations().policy(policy)));
    }

    private static String policy(String inbound, String backend, String outbound, String onError) {
        return "<policies><inbound><base/>" + inbound + "</inbound><backend>" + backend + "</backend><outbound><base/>"
                + outbound + "</outbound><on-error><base/>" + onError + "</on-error></policies>";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        asked();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + base() + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return MessageContract.CLIENT.send(request, BodyHandlers.ofString());
    }

    private static void isAnError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).startsWith("{ \"statusCode\": " + status + ", \"message\": ");
        assertThat(answer.headers().firstValue("X-Status")).isEmpty();
    }

    @Test
    void whatFailsAheadIsAnsweredWithoutTheHost() throws Exception {
        isAnError(get("inbound/status?code=200"), 500);
        assertThat(asked()).isFalse();
    }

    @Test
    void aPolicyMayAnswerInTheHostsPlace() throws Exception {
        HttpResponse<String> answer = get("answers/status?code=200");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("tea");
        assertThat(asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "outbound, status?code=201",
        "outbound, sized?size=100000",
        "outbound, chunked?size=100000",
        "outbound, async",
        "outbound, async-write?size=100000",
        "outbound-reads, status?code=201",
        "outbound-reads, chunked?size=100000"
    })
    void whatFailsBehindTheHostTakesTheHostsAnswerBack(String api, String endpoint) throws Exception {
        isAnError(get(api + "/" + endpoint), 500);
        assertThat(asked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "throw-wet", "send-error?code=409"})
    void aPolicyMayMendWhatTheHostDidWrong(String endpoint) throws Exception {
        HttpResponse<String> answer = get("mends/" + endpoint);

        assertThat(answer.statusCode()).isEqualTo(299);
        assertThat(answer.body()).isEqualTo("mended");
    }

    @ParameterizedTest
    @CsvSource({
        "told, set-header ExpressionValueEvaluationFailure in inbound",
        "status, forward-request BackendErrorStatusCode in backend"
    })
    void onErrorSaysWhatTheClientSees(String api, String told) throws Exception {
        HttpResponse<String> answer = get(api + "/status?code=503");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(told);
    }

    @Test
    void whatFailsInOnErrorIsAnsweredAllTheSame() throws Exception {
        isAnError(get("twice/status?code=200"), 500);
    }

    @Test
    void aRequestThatIsTooLargeForAPolicyIsRefused() throws Exception {
        asked();
        try (RawClient client = new RawClient(port())) {
            client.send("POST " + base() + "reads/echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + (3 << 20)
                    + "\r\n\r\nbeginning");
            assertThat(client.readAnswer("POST").status()).isEqualTo(413);
        }
        assertThat(asked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "sized", "async-write"})
    void aResponseThatIsTooLargeForAPolicyIsABadGateways(String endpoint) throws Exception {
        isAnError(get("reads-response/" + endpoint + "?size=" + (3 << 20)), 502);
    }

    /** How long the host takes is its own affair. */
    @Test
    void aBackendThatIsSilentIsGivenUp() throws Exception {
        String gate = getClass().getName() + "silent";
        if (!isProxied()) {
            Gates.open(gate);
        }
        HttpResponse<String> answer = get("patience/silent?gate=" + gate);
        Gates.open(gate);

        assertThat(answer.statusCode()).isEqualTo(isProxied() ? 409 : 200);
        assertThat(answer.body()).isEqualTo(isProxied() ? "forward-request Timeout in backend" : "at last");
    }
}
