package dev.apim.runner.http;

import static dev.apim.runner.http.ProxyFixture.GET;
import static dev.apim.runner.http.ProxyFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.http.RawClient.Reply;
import dev.apim.vertx.ClientSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat row 26: no byte of one exchange ever becomes part of another. */
class DesyncTest {
    private final ProxyFixture between = new ProxyFixture();

    @AfterEach
    void close() throws Exception {
        between.close();
    }

    @Test
    void bytesAfterAReplyToHeadNeverBecomeTheNextResponse() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        RawBackend backend = between.backend(peer -> {
            if (peer.head().startsWith("HEAD")) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n");
                late.await();
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
            } else {
                peer.send(OK);
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            Reply head = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").read(true);
            assertThat(head.header("Content-Length")).isEqualTo("60");
            client.send(GET);
            late.countDown();
            assertThat(client.read().body()).isEqualTo("ok");
        }
    }

    @Test
    void aSettingKeepsConnectionsAfterHead() throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n"));
        try (RawClient client = between.server(
                        backend, ClientSettings.DEFAULT.withReuseAfterHead(true), Duration.ofSeconds(20))
                .connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").read(true);
            }
        }
        assertThat(backend.connections.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 304 Not Modified\r\n\r\nevil",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
            })
    void bytesBeyondTheEndCloseTheConnection(String response) throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(response));
        try (RawClient client = between.server(backend).connect()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.send(GET).read().body()).doesNotContain("evil");
            }
        }
        assertThat(backend.connections.get()).isEqualTo(5);
    }

    @Test
    void anEarlyReplyIsRelayedAndNeitherConnectionUsedAgain() throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
            while (peer.in.read() >= 0) {
                // reads on until it is told to stop
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nhello");
            Reply reply = client.read();
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(client.readAll()).isEmpty();
        }
        assertThat(between.event(backend)).isIn("done", "gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-A : b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-A: b\r\n c\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 600 What\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
            })
    void aMalformedResponseIsA502(String response) throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send(response);
            assertThat(peer.in.read()).isEqualTo(-1);
        });
        try (RawClient client = between.server(backend).connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).isEqualTo("MALFORMED");
        }
    }

    @Test
    void aHeadBeyondTheLimitsIsA502() throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\n" + ("X-A: " + "a".repeat(8000) + "\r\n").repeat(9) + "\r\n");
        });
        try (RawClient client = between.server(backend).connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("MALFORMED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Len", "HTTP/1.1 "})
    void aHeadThatBreaksOffIsA502(String response) throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send(response);
        });
        try (RawClient client = between.server(backend).connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("MALFORMED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
            })
    void aBodyThatBreaksOffBreaksTheClientsConnectionToo(String response) throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send(response);
        });
        try (RawClient client = between.server(backend).connect()) {
            String all = client.send(GET).readAll();
            assertThat(all).doesNotEndWith("\n0\r\n\r\n");
        }
        Awaitility.await().until(() -> between.proxy().endings.equals(java.util.List.of("broken")));
    }
}
