package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.http.RawClient.Reply;
import dev.apim.vertx.ClientSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server and client together, between a raw client and a raw backend: what a caller and a backend would notice. */
class ProxyTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final java.util.List<AutoCloseable> open = new java.util.ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made with the server
    private Proxy proxy;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private RawBackend backend(RawBackend.Script script) throws Exception {
        RawBackend backend = new RawBackend(script);
        open.add(backend);
        return backend;
    }

    private RunningServer server(RawBackend backend) {
        return server(backend, ClientSettings.DEFAULT, Duration.ofSeconds(20));
    }

    private RunningServer server(RawBackend backend, ClientSettings settings, Duration timeout) {
        RunningServer server = RunningServer.with(ServerSettings.DEFAULT, settings, client -> {
            proxy = new Proxy(client, backend.port(), timeout);
            return proxy;
        });
        open.add(server);
        return server;
    }

    /** Answers every request of a connection alike. */
    private static RawBackend.Script always(String response) {
        return peer -> {
            while (true) {
                peer.head();
                peer.send(response);
            }
        };
    }

    private String event(RawBackend backend) throws Exception {
        return Objects.requireNonNull(
                backend.events.poll(10, java.util.concurrent.TimeUnit.SECONDS), "no event at the backend");
    }

    @Nested
    class Messages {
        @Test
        void theRequestArrivesAsItWasSentWithoutHopByHopFields() throws Exception {
            RawBackend backend = backend(peer -> {
                String head = peer.head();
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + head.length() + "\r\n\r\n" + head);
            });
            try (RawClient client = server(backend).connect()) {
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
            RawBackend backend =
                    backend(always("HTTP/1.1 299 Fine So\r\nX-A: 1\r\nx-a: 2\r\nConnection: X-Gone\r\nX-Gone: 1\r\n"
                            + "Keep-Alive: timeout=5\r\nTrailer: X-T\r\nDate: then\r\nContent-Length: 2\r\n\r\nok"));
            try (RawClient client = server(backend).connect()) {
                Reply reply = client.send(GET).read();
                assertThat(reply.head())
                        .isEqualTo("HTTP/1.1 299 Fine So\r\nX-A: 1\r\nx-a: 2\r\nDate: then\r\nContent-Length: 2\r\n");
                assertThat(reply.body()).isEqualTo("ok");
            }
        }

        @Test
        void oneConnectionServesManyRequestsOnBothSides() throws Exception {
            RawBackend backend = backend(always(OK));
            try (RawClient client = server(backend).connect()) {
                for (int i = 0; i < 100; i++) {
                    assertThat(client.send(GET).read().body()).isEqualTo("ok");
                }
            }
            assertThat(backend.connections.get()).isEqualTo(1);
        }

        @Test
        void pipelinedRequestsAreAnsweredInOrder() throws Exception {
            RawBackend backend = backend(peer -> {
                while (true) {
                    String path = peer.head().split(" ")[1];
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
                }
            });
            try (RawClient client = server(backend).connect()) {
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
            RawBackend backend =
                    backend(always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"));
            try (RawClient client = server(backend).connect()) {
                String all = client.send("GET / HTTP/1.0\r\nHost: h\r\n\r\n").readAll();
                assertThat(all)
                        .contains("Connection: close")
                        .doesNotContain("chunked")
                        .endsWith("\r\n\r\nok");
            }
        }

        @Test
        void aResponseUntilTheEndOfTheConnectionIsWhole() throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
            });
            try (RawClient client = server(backend).connect()) {
                assertThat(client.send(GET).read().body()).isEqualTo("until the end");
                assertThat(client.send(GET).read().body()).isEqualTo("until the end");
            }
        }

        @Test
        void trailersReachAClientThatAskedForThem() throws Exception {
            RawBackend backend = backend(
                    always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n"));
            try (RawClient client = server(backend).connect()) {
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
            RawBackend backend = backend(always(response));
            try (RawClient client = server(backend).connect()) {
                int status = Integer.parseInt(response.substring(
                        response.lastIndexOf("HTTP/1.1 ") + 9, response.lastIndexOf("HTTP/1.1 ") + 12));
                assertThat(client.send(GET).read().status()).isEqualTo(status);
                assertThat(client.send(GET).read().status()).isEqualTo(status);
            }
        }
    }

    @Nested
    class Streams {
        @Test
        void sixtyFourMebibytesFlowDownAndUpWithoutBeingKept() throws Exception {
            long size = 64L << 20;
            RawBackend backend = backend(peer -> {
                while (true) {
                    String head = peer.head();
                    byte[] block = new byte[64 * 1024];
                    if (head.startsWith("POST")) {
                        long left = size;
                        while (left > 0) {
                            left -= peer.in.readNBytes(block, 0, (int) Math.min(left, block.length));
                        }
                        peer.send(OK);
                    } else {
                        peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                        for (long sent = 0; sent < size; sent += block.length) {
                            peer.out.write(block);
                        }
                    }
                }
            });
            try (RawClient client = server(backend).connect()) {
                client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + size + "\r\n\r\n");
                byte[] block = new byte[64 * 1024];
                for (long sent = 0; sent < size; sent += block.length) {
                    client.send(block);
                }
                assertThat(client.read().body()).isEqualTo("ok");
                client.send(GET);
                assertThat(client.readHead()).startsWith("HTTP/1.1 200").contains("Content-Length: " + size);
                long left = size;
                while (left > 0) {
                    left -= client.in().readNBytes((int) Math.min(left, 1 << 20)).length;
                }
            }
            assertThat(proxy.endings).containsExactly("whole", "whole");
        }

        @Test
        void aReaderThatDoesNotReadStopsTheBackend() throws Exception {
            CountDownLatch stuck = new CountDownLatch(1);
            java.util.concurrent.atomic.AtomicLong sent = new java.util.concurrent.atomic.AtomicLong();
            long size = 256L << 20;
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                byte[] block = new byte[64 * 1024];
                while (sent.get() < size) {
                    peer.out.write(block);
                    sent.addAndGet(block.length);
                }
                stuck.countDown();
            });
            try (RawClient client = server(backend).connect()) {
                client.send(GET);
                long[] before = {-1};
                Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
                    boolean same = before[0] == sent.get() && sent.get() > 0;
                    before[0] = sent.get();
                    return same;
                });
                assertThat(sent.get()).as("kernel buffers and no more").isLessThan(64L << 20);
                client.readHead();
                long left = size;
                while (left > 0) {
                    left -= client.in().readNBytes((int) Math.min(left, 1 << 20)).length;
                }
            }
            stuck.await();
        }

        @Test
        void eventsArriveOneByOneAsTheBackendSendsThem() throws Exception {
            java.util.concurrent.SynchronousQueue<String> next = new java.util.concurrent.SynchronousQueue<>();
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int i = 0; i < 3; i++) {
                    String event = next.take();
                    peer.send(event.length() + "\r\n" + event + "\r\n");
                }
                peer.send("0\r\n\r\n");
            });
            try (RawClient client = server(backend).connect()) {
                client.send(GET);
                assertThat(client.readHead()).contains("text/event-stream");
                for (String event : new String[] {"one", "two", "three"}) {
                    next.put(event);
                    assertThat(client.line()).isEqualTo(String.valueOf(event.length()));
                    assertThat(client.line()).isEqualTo(event);
                }
                assertThat(client.line()).isEqualTo("0");
            }
        }

        @Test
        void aChunkedUploadStaysChunked() throws Exception {
            RawBackend backend = backend(peer -> {
                String head = peer.head();
                assertThat(head).contains("Transfer-Encoding: chunked");
                String body = peer.read("5\r\nhello\r\n0\r\n\r\n".length());
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            });
            try (RawClient client = server(backend).connect()) {
                client.send(
                        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-T: 1\r\n\r\n");
                assertThat(client.read().body()).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
            }
        }
    }

    @Nested
    class Continue {
        private static final String EXPECTING =
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

        @Test
        void theBackendsGoAheadIsRelayed() throws Exception {
            RawBackend backend = backend(peer -> {
                while (true) {
                    assertThat(peer.head()).contains("Expect: 100-continue");
                    peer.send("HTTP/1.1 100 Continue\r\n\r\n");
                    String body = peer.read(5);
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body);
                }
            });
            try (RawClient client = server(backend).connect()) {
                for (int i = 0; i < 2; i++) {
                    client.send(EXPECTING);
                    assertThat(client.read().status()).isEqualTo(100);
                    assertThat(client.send("hello").read().body()).isEqualTo("hello");
                }
            }
        }

        @Test
        void aFinalAnswerInItsPlaceIsRelayedAndTheConnectionsEnd() throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
                assertThat(peer.in.read()).isEqualTo(-1);
            });
            try (RawClient client = server(backend).connect()) {
                Reply reply = client.send(EXPECTING).read();
                assertThat(reply.status()).isEqualTo(413);
                assertThat(reply.header("Connection")).isEqualTo("close");
                assertThat(client.readAll()).isEmpty();
            }
            assertThat(event(backend)).isEqualTo("done");
        }
    }

    @Nested
    class Aborts {
        @Test
        void aClientThatLeavesWhileWaitingResetsTheBackend() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            RawBackend backend = backend(peer -> {
                peer.head();
                asked.countDown();
                assertThat(peer.in.read()).isEqualTo(-1);
            });
            try (RawClient client = server(backend).connect()) {
                client.send(GET);
                asked.await();
            }
            assertThat(event(backend)).isIn("done", "gone");
            Awaitility.await().until(() -> proxy.endings.equals(java.util.List.of("broken")));
        }

        @Test
        void aClientThatLeavesDuringAnUploadResetsTheBackend() throws Exception {
            CountDownLatch started = new CountDownLatch(1);
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.read(5);
                started.countDown();
                assertThat(peer.in.read()).isEqualTo(-1);
            });
            try (RawClient client = server(backend).connect()) {
                client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhello");
                started.await();
            }
            assertThat(event(backend)).isIn("done", "gone");
            Awaitility.await().until(() -> proxy.endings.equals(java.util.List.of("broken")));
        }

        @Test
        void aClientThatLeavesDuringADownloadResetsTheBackend() throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    peer.send("3\r\nabc\r\n");
                }
            });
            try (RawClient client = server(backend).connect()) {
                client.send(GET).readHead();
            }
            assertThat(event(backend)).isEqualTo("gone");
            Awaitility.await().until(() -> proxy.endings.equals(java.util.List.of("broken")));
        }
    }

    /** Threat row 26. */
    @Nested
    class Desync {
        @Test
        void bytesAfterAReplyToHeadNeverBecomeTheNextResponse() throws Exception {
            CountDownLatch late = new CountDownLatch(1);
            RawBackend backend = backend(peer -> {
                if (peer.head().startsWith("HEAD")) {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n");
                    late.await();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                } else {
                    peer.send(OK);
                }
            });
            try (RawClient client = server(backend).connect()) {
                Reply head = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").read(true);
                assertThat(head.header("Content-Length")).isEqualTo("60");
                client.send(GET);
                late.countDown();
                assertThat(client.read().body()).isEqualTo("ok");
            }
        }

        @Test
        void aSettingKeepsConnectionsAfterHead() throws Exception {
            RawBackend backend = backend(always("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n"));
            try (RawClient client = server(
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
            RawBackend backend = backend(always(response));
            try (RawClient client = server(backend).connect()) {
                for (int i = 0; i < 5; i++) {
                    assertThat(client.send(GET).read().body()).doesNotContain("evil");
                }
            }
            assertThat(backend.connections.get()).isEqualTo(5);
        }

        @Test
        void anEarlyReplyIsRelayedAndNeitherConnectionUsedAgain() throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
                while (peer.in.read() >= 0) {
                    // reads on until it is told to stop
                }
            });
            try (RawClient client = server(backend).connect()) {
                client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nhello");
                Reply reply = client.read();
                assertThat(reply.status()).isEqualTo(403);
                assertThat(reply.header("Connection")).isEqualTo("close");
                assertThat(client.readAll()).isEmpty();
            }
            assertThat(event(backend)).isIn("done", "gone");
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
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send(response);
                assertThat(peer.in.read()).isEqualTo(-1);
            });
            try (RawClient client = server(backend).connect()) {
                Reply reply = client.send(GET).read();
                assertThat(reply.status()).isEqualTo(502);
                assertThat(reply.body()).isEqualTo("MALFORMED");
            }
        }

        @Test
        void aHeadBeyondTheLimitsIsA502() throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\n" + ("X-A: " + "a".repeat(8000) + "\r\n").repeat(9) + "\r\n");
            });
            try (RawClient client = server(backend).connect()) {
                assertThat(client.send(GET).read().body()).isEqualTo("MALFORMED");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Len", "HTTP/1.1 "})
        void aHeadThatBreaksOffIsA502(String response) throws Exception {
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send(response);
            });
            try (RawClient client = server(backend).connect()) {
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
            RawBackend backend = backend(peer -> {
                peer.head();
                peer.send(response);
            });
            try (RawClient client = server(backend).connect()) {
                String all = client.send(GET).readAll();
                assertThat(all).doesNotEndWith("\n0\r\n\r\n");
            }
            Awaitility.await().until(() -> proxy.endings.equals(java.util.List.of("broken")));
        }
    }

    @Nested
    class Failures {
        @Test
        void aRefusedConnectionIsACONNECTIONFailure() throws Exception {
            RawBackend backend = backend(always(OK));
            RunningServer server = server(backend);
            backend.close();
            try (RawClient client = server.connect()) {
                assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
            }
        }

        @Test
        void aConnectionClosedBeforeAResponseIsACONNECTIONFailure() throws Exception {
            RawBackend backend = backend(RawBackend.Peer::head);
            try (RawClient client = server(backend).connect()) {
                assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
                assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
            }
        }

        @Test
        void aBackendThatDoesNotAnswerIsATIMEOUTAndItsConnectionIsClosed() throws Exception {
            RawBackend backend = backend(peer -> {
                while (peer.head().startsWith("GET /warm")) {
                    peer.send(OK);
                }
                assertThat(peer.in.read()).isEqualTo(-1);
            });
            try (RawClient client = server(backend, ClientSettings.DEFAULT, Duration.ofMillis(300))
                    .connect()) {
                Awaitility.await()
                        .until(() -> client.send("GET /warm HTTP/1.1\r\nHost: h\r\n\r\n")
                                        .read()
                                        .status()
                                == 200);
                assertThat(client.send(GET).read().body()).isEqualTo("TIMEOUT");
            }
            assertThat(event(backend)).isEqualTo("done");
        }

        @Test
        void requestsBeyondTheConnectionCapWaitForOne() throws Exception {
            RawBackend backend = backend(always(OK));
            RunningServer server =
                    server(backend, ClientSettings.DEFAULT.withConnections(1, 100), Duration.ofSeconds(20));
            java.util.List<RawClient> clients = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                clients.add(server.connect().send(GET));
            }
            for (RawClient client : clients) {
                assertThat(client.read().body()).isEqualTo("ok");
                client.close();
            }
            assertThat(backend.connections.get()).isEqualTo(1);
        }
    }
}
