package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.Apim;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies do with a host's own endpoints: every attempt passes the host's filters, and the host sees what policies left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InlineContract {
    private static final String READ =
            "<set-header name='X-Read'><value>@(context.Request.Body.As<string>(preserveContent:"
                    + " true).Length.ToString())</value></set-header>";

    private @Nullable KitApplication application;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        String retry =
                "<policies><inbound><base/></inbound><backend><retry condition='@(context.Response.StatusCode == 503)'"
                        + " count='2' interval='0'><forward-request/></retry></backend><outbound><base/></outbound></policies>";
        String again = "<policies><inbound><base/></inbound><backend><retry condition='@(true)' count='1' interval='0'>"
                + "<forward-request/></retry></backend><outbound><base/></outbound></policies>";
        application = KitApplication.start(
                host(),
                Apim.create(a -> a.api("retry", api -> open(api, "retry").policy(retry))
                        .api(
                                "moved",
                                api -> open(api, "moved").policy(policy("<rewrite-uri template='/where?c=3'/>", "")))
                        .api("again", api -> open(api, "again").policy(again))
                        .api("read", api -> open(api, "read").policy(policy(READ, "")))
                        .api("answer", api -> open(api, "answer").policy(policy("", answer())))));
    }

    private static dev.apim.core.design.ApiDesign open(dev.apim.core.design.ApiDesign api, String path) {
        return api.path(path).open().allOperations().inline();
    }

    private static String policy(String inbound, String outbound) {
        return "<policies><inbound><base/>" + inbound + "</inbound><backend><base/></backend><outbound><base/>"
                + outbound + "</outbound></policies>";
    }

    private static String answer() {
        return "<set-header name='X-Out' exists-action='override'><value>yes</value></set-header>"
                + "<set-header name='Content-Type' exists-action='override'><value>text/plain</value></set-header>"
                + "<set-body>@(context.Response.Body.As<string>().Length.ToString())</set-body>";
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    private KitApplication application() {
        return Objects.requireNonNull(application);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + application().port() + "/shop/" + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        application().guarded();
        return ExchangeContract.CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void everyAttemptPassesTheHostsSecurity() throws Exception {
        HttpResponse<String> answer = send(request("retry/status?code=503"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("status 503");
        assertThat(application().guarded())
                .containsExactly(
                        "REQUEST /shop/retry/status", "FORWARD /shop/retry/status", "FORWARD /shop/retry/status");
    }

    @Test
    void aSessionThatAnEarlierAttemptBeganIsTheClients() throws Exception {
        HttpResponse<String> first = send(request("again/session"));
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        assertThat(first.body()).isEqualTo("visit 2");
        assertThat(cookie).startsWith("SHOPID=");
        assertThat(send(request("again/session").header("Cookie", cookie)).body())
                .isEqualTo("visit 4");
    }

    @Test
    void aChangedPathPassesTheHostsSecurity() throws Exception {
        HttpResponse<String> answer = send(request("moved/elsewhere?a=1"));

        assertThat(answer.body()).contains("info /moved/where\n").contains("uri /shop/moved/where\n");
        assertThat(application().guarded()).containsExactly("FORWARD /shop/moved/where");
    }

    @Test
    void aFormThatAPolicyReadReachesTheHost() throws Exception {
        HttpResponse<String> answer = send(request("read/form?a=query")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=form&b=%C3%A4")));

        assertThat(answer.body()).contains("a=[query, form]\n").contains("b=[\u00e4]\n");
    }

    @Test
    void partsThatAPolicyReadReachTheHost() throws Exception {
        byte[] file = KitBytes.of(10_000);

        assertThat(send(Multiparts.post(request("read/multipart"), Map.of("a", "1"), file))
                        .body())
                .contains("file f.bin application/octet-stream " + KitBytes.digest(file))
                .contains("a 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "async-read"})
    void aBodyThatAPolicyReadReachesTheHost(String endpoint) throws Exception {
        assertThat(send(request("read/" + endpoint).POST(BodyPublishers.ofString("some text")))
                        .body())
                .contains(KitBytes.digest("some text".getBytes("US-ASCII")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sized", "chunked", "single-bytes", "async-write"})
    void aPolicyMayReplaceWhatTheHostSays(String endpoint) throws Exception {
        HttpResponse<String> answer = send(request("answer/" + endpoint + "?size=20000"));

        assertThat(Integer.parseInt(answer.body())).isPositive();
        assertThat(answer.headers().firstValue("X-Out")).contains("yes");
    }
}
