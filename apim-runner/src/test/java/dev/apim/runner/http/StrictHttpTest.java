package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.http.MalformedRequests.Case;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat rows 18, 21 to 25, 32: what is no request is refused, the connection closed and nothing forwarded. */
@TestInstance(Lifecycle.PER_CLASS)
class StrictHttpTest {
    private static final String FOLLOWING = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

    private final Recorder recorder = new Recorder();
    private final RunningServer server = RunningServer.of(recorder);

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        recorder.requests.clear();
        recorder.bodies.clear();
    }

    static List<Case> malformed() {
        return MalformedRequests.all();
    }

    @Test
    void theTableIsLong() {
        assertThat(malformed()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedClosedAndNotForwarded(Case malformed) throws Exception {
        try (RawClient client = server.connect()) {
            String all = client.send(malformed.bytes() + FOLLOWING).readAll();
            assertThat(all).startsWith("HTTP/1.1 " + malformed.status() + " ");
            assertThat(all)
                    .contains("Connection: close", "{ \"statusCode\": " + malformed.status() + ", \"message\": \"");
            assertThat(all).as("no second response").doesNotContain("}HTTP");
        }
        if (malformed.row() != 24 || malformed.bytes().length() < 1_000) { // a long body comes in more than one read
            assertThat(recorder.requests).isEmpty();
        }
        assertThat(recorder.bodies).allMatch("broken"::equals);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedByteByByteToo(Case malformed) {
        byte[] bytes = malformed.bytes().getBytes(StandardCharsets.ISO_8859_1);
        int step = Math.max(1, bytes.length / 400);
        for (int cut = 1; cut < bytes.length; cut += step) {
            assertThat(WholeRequest.statusOf(bytes, cut)).as("cut at %d", cut).isEqualTo(malformed.status());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 23, 24, 25})
    void isRefusedOnTheWireWhereverPacketsEnd(int row) throws Exception {
        Case malformed =
                malformed().stream().filter(c -> c.row() == row).findFirst().orElseThrow();
        byte[] bytes = (malformed.bytes() + FOLLOWING).getBytes(StandardCharsets.ISO_8859_1);
        for (int cut = 1; cut < malformed.bytes().length(); cut++) {
            try (RawClient client = server.connect()) {
                String all = client.sendCut(bytes, cut).readAll();
                assertThat(all).as("cut at %d", cut).startsWith("HTTP/1.1 400 ");
                assertThat(all).doesNotContain("}HTTP");
            }
        }
        assertThat(recorder.requests).noneMatch(r -> r.target().equals("/smuggled"));
        assertThat(recorder.bodies).allMatch("broken"::equals).hasSameSizeAs(recorder.requests);
    }

    @Test
    void aBadRequestBehindAGoodOneIsRefusedAfterItsResponse() throws Exception {
        try (RawClient client = server.connect()) {
            client.send("GET /good HTTP/1.1\r\nHost: h\r\n\r\nGET /bad HTTP/1.1\r\n\r\n" + FOLLOWING);
            assertThat(client.read().body()).isEqualTo("GET /good ");
            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.readAll()).isEmpty();
        }
        assertThat(recorder.requests).extracting("target").containsExactly("/good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\n\r\n",
                "GET /?a=b&c=%2f HTTP/1.1\r\nhOsT: example.com.:8080\r\n\r\n",
                "GET /%zz/..;/\\ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost:\t [::1]:80 \t\r\nX-Empty:\r\nX-Blank:  \r\n\r\n",
                "GET http://H:80/x HTTP/1.1\r\nHost: h:80\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
                "M-SEARCH!#$%&'*+.^_`|~ / HTTP/1.1\r\nHost: h\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length:  0005 \r\n\r\nhello",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: CHUNKED\r\n\r\n0000000005;a=b;c\r\nhello\r\n0;x\r\nX-T: 1\r\n\r\n",
            })
    void whatIsUnusualButValidIsServed(String request) throws Exception {
        try (RawClient client = server.connect()) {
            assertThat(client.send(request).read().status()).isEqualTo(200);
            assertThat(client.send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .body())
                    .isEqualTo("GET /next ");
        }
    }

    @Test
    void theServiceSeesOneValidHostAndATargetInOriginForm() throws Exception {
        try (RawClient client = server.connect()) {
            client.send("GET http://Example.com?q=1 HTTP/1.1\r\nHost: example.COM\r\nX-A:  b c\t\r\n\r\n")
                    .read();
        }
        var request = recorder.requests.get(0);
        assertThat(request.host()).isEqualTo("example.COM");
        assertThat(request.target()).isEqualTo("/?q=1");
        assertThat(request.version()).isEqualTo("HTTP/1.1");
        assertThat(request.peer()).isEqualTo("127.0.0.1");
        assertThat(request.headers().get("x-a")).isEqualTo("b c");
    }

    @Test
    void trailersAreNeverHeaders() throws Exception {
        try (RawClient client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-User: admin\r\n\r\n")
                    .read();
        }
        assertThat(recorder.requests.get(0).headers().contains("X-User")).isFalse();
        assertThat(recorder.requests.get(0).body().trailers().get("X-User")).isEqualTo("admin");
    }

    @Test
    void aChunkThatTurnsOutBadLaterBreaksTheRequest() throws Exception {
        try (RawClient client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            Awaitility.await().until(() -> !recorder.requests.isEmpty());
            assertThat(client.send("xyz\r\n" + FOLLOWING).readAll()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(recorder.bodies).endsWith("broken");
        assertThat(recorder.requests).hasSize(1);
    }
}
