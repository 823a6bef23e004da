package dev.apim.runner.http;

import static dev.apim.runner.http.ProxyFixture.GET;
import static dev.apim.runner.http.ProxyFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.http.RawClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat row 16, and what a caller and a backend notice of messages that pass through server and client. */
class ProxyMessagesTest {
    private final ProxyFixture between = new ProxyFixture();

    @AfterEach
    void close() throws Exception {
        between.close();
    }

    @Test
    void theRequestArrivesAsItWasSentWithoutHopByHopFields() throws Exception {
        RawBackend backend = between.backend(peer -> {
            String head = peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + head.length() + "\r\n\r\n" + head);
        });
        try (RawClient client = between.server(backend).connect()) {
            String seen = client.send(
                            "PUT /a//b/%2F?q=%20;x HTTP/1.1\r\nHost: h\r\nX-a: 1\r\nConnection: close, X-a\r\nx-A: 2\r\n"
                                    + "Keep-Alive: 5\r\nUpgrade: h2c\r\nProxy-Connection: x\r\nContent-Length: 0\r\n\r\n")
                    .read()
                    .body();
            assertThat(seen)
                    .isEqualTo("PUT /a//b/%2F?q=%20;x HTTP/1.1\r\nHost: 127.0.0.1:" + backend.port()
                            + "\r\nX-a: 1\r\nx-A: 2\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void theResponseArrivesAsItWasSentWithoutHopByHopFields() throws Exception {
        RawBackend backend = between.backend(
                ProxyFixture.always("HTTP/1.1 299 Fine So\r\nX-A: 1\r\nx-a: 2\r\nConnection: X-Gone\r\nX-Gone: 1\r\n"
                        + "Keep-Alive: timeout=5\r\nTrailer: X-T\r\nDate: then\r\nContent-Length: 2\r\n\r\nok"));
        try (RawClient client = between.server(backend).connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.head())
                    .isEqualTo("HTTP/1.1 299 Fine So\r\nX-A: 1\r\nx-a: 2\r\nDate: then\r\nContent-Length: 2\r\n");
            assertThat(reply.body()).isEqualTo("ok");
        }
    }

    @Test
    void oneConnectionServesManyRequestsOnBothSides() throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(OK));
        try (RawClient client = between.server(backend).connect()) {
            for (int i = 0; i < 100; i++) {
                assertThat(client.send(GET).read().body()).isEqualTo("ok");
            }
        }
        assertThat(backend.connections.get()).isEqualTo(1);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        RawBackend backend = between.backend(peer -> {
            while (true) {
                String path = peer.head().split(" ")[1];
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
            }
            client.send(all.toString());
            for (int i = 0; i < 500; i++) {
                assertThat(client.read().body()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void anHttp10ClientGetsTheBodyUntilTheEnd() throws Exception {
        RawBackend backend = between.backend(
                ProxyFixture.always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"));
        try (RawClient client = between.server(backend).connect()) {
            String all = client.send("GET / HTTP/1.0\r\nHost: h\r\n\r\n").readAll();
            assertThat(all)
                    .contains("Connection: close")
                    .doesNotContain("chunked")
                    .endsWith("\r\n\r\nok");
        }
    }

    @Test
    void aResponseUntilTheEndOfTheConnectionIsWhole() throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        });
        try (RawClient client = between.server(backend).connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("until the end");
            assertThat(client.send(GET).read().body()).isEqualTo("until the end");
        }
    }

    @Test
    void trailersReachAClientThatAskedForThem() throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n"));
        try (RawClient client = between.server(backend).connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: h\r\nTE: trailers\r\n\r\n")
                            .read()
                            .body())
                    .isEqualTo("ok\nX-Sum: 7");
            assertThat(client.send(GET).read().body()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            })
    void responsesWithoutABodyLeaveTheConnectionUsable(String response) throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(response));
        try (RawClient client = between.server(backend).connect()) {
            int status = Integer.parseInt(
                    response.substring(response.lastIndexOf("HTTP/1.1 ") + 9, response.lastIndexOf("HTTP/1.1 ") + 12));
            assertThat(client.send(GET).read().status()).isEqualTo(status);
            assertThat(client.send(GET).read().status()).isEqualTo(status);
        }
    }
}
