package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every exchange with the kit's endpoints, whichever way the gateway takes to them. */
public abstract class ExchangeContract extends MessageContract {
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 304, 400, 404, 409, 451, 500, 503})
    void theStatusIsTheHosts(int status) throws Exception {
        RawAnswer answer = raw("GET", "status?code=" + status, "Connection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("x-status")).isEqualTo(Integer.toString(status));
        assertThat(answer.text()).isEqualTo(status == 204 || status == 304 ? "" : "status " + status);
    }

    @Test
    void anErrorOfTheHostsIsAnsweredWithItsPage() throws Exception {
        HttpResponse<String> answer = get("send-error?code=418");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).startsWith("page of 418 for ").endsWith(" by ERROR");
        assertThat(get("send-error?code=409").statusCode()).isEqualTo(409);
        assertThat(get("send-error?code=409").body()).doesNotContain("lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "throw-servlet", "throw-wet"})
    void whatTheHostThrowsIsAnError(String endpoint) throws Exception {
        HttpResponse<String> answer = get(endpoint);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).startsWith("page of 500 for ").doesNotContain("beginning");
    }

    @Test
    void aResponseThatBreaksOffLooksLikeOne() {
        Capability.assumeAll(missing(), Capability.BREAK_OFF);
        assertThatThrownBy(() -> {
                    // Where nothing was out yet, an error may be told in its place.
                    if (get("throw-late").statusCode() >= 500) {
                        throw new IOException("an error");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "http://example.com/elsewhere?a=b"})
    void aRedirectGoesWhereTheHostSays(String to) throws Exception {
        HttpResponse<String> answer = get("redirect?to=" + to);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(to);
    }

    @ParameterizedTest
    @CsvSource({"async, later", "async-at-once, at once", "async-dispatch, dispatched 42"})
    void theHostMayAnswerLater(String endpoint, String body) throws Exception {
        HttpResponse<String> answer = get(endpoint);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void theHostMayDispatchElsewhereLater() throws Exception {
        assertThat(get("async-dispatch-to?b=1").body()).contains("type ASYNC\n").contains("parameter dispatched\n");
    }

    @Test
    void anAnswerThatNeverComesEndsInTime() throws Exception {
        assertThat(get("async-timeout").statusCode()).isEqualTo(500);
    }

    @Test
    void theHostMayAnswerItsTimeout() throws Exception {
        HttpResponse<String> answer = get("async-timeout-answered");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("took too long");
    }

    @Test
    void anErrorThatIsToldLaterIsOne() throws Exception {
        assertThat(get("async-error").statusCode()).isEqualTo(418);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "async-events"})
    void anEventArrivesBeforeTheNextIsSent(String endpoint) throws Exception {
        String gate = getClass().getName() + endpoint;
        try (RawClient client = new RawClient(port())) {
            client.send(head("GET", endpoint + "?gate=" + gate) + "\r\n");
            client.readUntil("data: first");
            Gates.open(gate);
            assertThat(client.readUntil("data: second")).doesNotContain("data: first");
        }
    }

    @Test
    void bothSidesMayStreamAtOnce() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send(head("POST", "duplex") + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            client.readUntil("[abc]");
            client.send("2\r\nde\r\n");
            client.readUntil("[de]");
            client.send("0\r\n\r\n");
            client.readUntil("\r\n0\r\n\r\n");
        }
    }

    @Test
    void trailersOfAResponseArrive() throws Exception {
        RawAnswer answer = raw("GET", "trailers-out", "TE: trailers\r\n\r\n");

        assertThat(answer.text()).isEqualTo("before the trailer");
        assertThat(answer.trailers()).containsExactly("x-sum: 42");
    }

    @Test
    void theHostMayTakeItsTimeToContinue() throws Exception {
        byte[] body = KitBytes.of(1000);
        try (RawClient client = new RawClient(port())) {
            client.send(head("POST", "echo") + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n");
            client.readUntil("100 ");
            client.readUntil("\r\n\r\n");
            client.send(body);
            assertThat(client.readAnswer("POST").text()).contains("body " + KitBytes.digest(body));
        }
    }

    @Test
    void aConnectionServesManyRequests() throws Exception {
        try (RawClient client = new RawClient(port())) {
            for (int i = 0; i < 3; i++) {
                client.send(head("POST", "unread") + "Content-Length: 5\r\n\r\nbody" + i);
                assertThat(client.readAnswer("POST").text()).isEqualTo("not read");
                client.send(head("GET", "echo?n=" + i) + "\r\n");
                assertThat(client.readAnswer("GET").text()).contains("query n=" + i + "\n");
            }
        }
    }

    @Test
    void aClientOfHttp10IsServed() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send("GET " + path() + "/chunked?size=9999 HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
            String answer = new String(client.readAll(), StandardCharsets.ISO_8859_1);
            assertThat(answer.split("\r\n\r\n", 2)[1]).hasSize(9999);
        }
    }

    @Test
    void theHostLearnsThatItsClientHasGone() throws Exception {
        String gate = getClass().getName() + "endless";
        try (RawClient client = new RawClient(port())) {
            client.send(head("GET", "endless?gate=" + gate) + "\r\n");
            client.readUntil("\r\n\r\n");
        }
        Gates.await(gate);
        assertThat(get("echo").statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatBreaksOffHarmsNoOther() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send(head("POST", "echo") + "Content-Length: 100\r\n\r\nhalf");
        }
        assertThat(get("echo").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "reset, kept 200",
        "reset-buffer, kept",
        "both, 'writer, no stream'",
        "close, all of it",
        "include, before included after",
        "late-header, body"
    })
    void aResponseIsWhatTheHostMadeOfItInTheEnd(String endpoint, String body) throws Exception {
        HttpResponse<String> answer = get(endpoint);

        assertThat(answer.statusCode()).isEqualTo(endpoint.equals("reset-buffer") ? 202 : 200);
        assertThat(answer.body()).startsWith(body);
        assertThat(answer.headers().firstValue("X-Lost")).isEmpty();
        assertThat(answer.headers().firstValue("X-Too-Late")).isEmpty();
        if (endpoint.startsWith("reset")) {
            assertThat(answer.headers().firstValue("X-Kept")).contains("kept");
        }
    }

    @Test
    void theHostsBufferIsAsLargeAsItAsks() throws Exception {
        HttpResponse<String> answer = get("buffer");

        assertThat(answer.headers().firstValue("X-Open")).contains("true false");
        assertThat(answer.body()).endsWith(" committed true refused yes");
    }

    @Test
    void theHostMayForward() throws Exception {
        assertThat(get("forward?b=1").body())
                .contains("type FORWARD\n")
                .contains("parameter forwarded\n")
                .doesNotContain("lost");
    }
}
