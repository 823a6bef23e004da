package dev.apim.runner.http;

import static dev.apim.runner.http.ProxyFixture.GET;
import static dev.apim.runner.http.ProxyFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.vertx.ClientSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one side learns when the other fails. */
class ProxyFailuresTest {
    private final ProxyFixture between = new ProxyFixture();

    @AfterEach
    void close() throws Exception {
        between.close();
    }

    @Test
    void aClientThatLeavesWhileWaitingResetsTheBackend() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawBackend backend = between.backend(peer -> {
            peer.head();
            asked.countDown();
            assertThat(peer.in.read()).isEqualTo(-1);
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send(GET);
            asked.await();
        }
        assertThat(between.event(backend)).isIn("done", "gone");
        Awaitility.await().until(() -> between.proxy().endings.equals(java.util.List.of("broken")));
    }

    @Test
    void aClientThatLeavesDuringAnUploadResetsTheBackend() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.read(5);
            started.countDown();
            assertThat(peer.in.read()).isEqualTo(-1);
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhello");
            started.await();
        }
        assertThat(between.event(backend)).isIn("done", "gone");
        Awaitility.await().until(() -> between.proxy().endings.equals(java.util.List.of("broken")));
    }

    @Test
    void aClientThatLeavesDuringADownloadResetsTheBackend() throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                peer.send("3\r\nabc\r\n");
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send(GET).readHead();
        }
        assertThat(between.event(backend)).isEqualTo("gone");
        Awaitility.await().until(() -> between.proxy().endings.equals(java.util.List.of("broken")));
    }

    @Test
    void aRefusedConnectionIsACONNECTIONFailure() throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(OK));
        RunningServer server = between.server(backend);
        backend.close();
        try (RawClient client = server.connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
        }
    }

    @Test
    void aConnectionClosedBeforeAResponseIsACONNECTIONFailure() throws Exception {
        RawBackend backend = between.backend(RawBackend.Peer::head);
        try (RawClient client = between.server(backend).connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
            assertThat(client.send(GET).read().body()).isEqualTo("CONNECTION");
        }
    }

    @Test
    void aBackendThatDoesNotAnswerIsATIMEOUTAndItsConnectionIsClosed() throws Exception {
        RawBackend backend = between.backend(peer -> {
            while (peer.head().startsWith("GET /warm")) {
                peer.send(OK);
            }
            assertThat(peer.in.read()).isEqualTo(-1);
        });
        try (RawClient client = between.server(backend, ClientSettings.DEFAULT, Duration.ofMillis(300))
                .connect()) {
            Awaitility.await()
                    .until(() -> client.send("GET /warm HTTP/1.1\r\nHost: h\r\n\r\n")
                                    .read()
                                    .status()
                            == 200);
            assertThat(client.send(GET).read().body()).isEqualTo("TIMEOUT");
        }
        assertThat(between.event(backend)).isEqualTo("done");
    }

    @Test
    void requestsBeyondTheConnectionCapWaitForOne() throws Exception {
        RawBackend backend = between.backend(ProxyFixture.always(OK));
        RunningServer server =
                between.server(backend, ClientSettings.DEFAULT.withConnections(1, 100), Duration.ofSeconds(20));
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
