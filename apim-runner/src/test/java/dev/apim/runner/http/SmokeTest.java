package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmokeTest {
    private final Vertx vertx = Vertx.vertx();
    private final Recorder recorder = new Recorder();
    private final GatewayServer server = GatewayServer.start(
            vertx,
            new WallTime(),
            ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", 0),
            recorder);

    @AfterEach
    void stop() {
        server.close();
        vertx.close();
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInOrder() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send(
                    "GET /a HTTP/1.1\r\nHost: h\r\n\r\nPOST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nxyzGET /c HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(client.read().body()).isEqualTo("GET /a ");
            assertThat(client.read().body()).isEqualTo("POST /b xyz");
            assertThat(client.read().body()).isEqualTo("GET /c ");
            client.send(
                    "POST /d HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-T: 1\r\n\r\n");
            assertThat(client.read().body()).isEqualTo("POST /d abcde");
        }
    }
}
