package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.runner.http.RawClient.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threat rows 69 and 71, and the probes. */
class GatewayServerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    private final List<RunningServer> open = new ArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RunningServer::close);
    }

    private RunningServer serve(HttpService service) {
        return serve(ServerSettings.DEFAULT, service);
    }

    private RunningServer serve(ServerSettings settings, HttpService service) {
        RunningServer server = RunningServer.of(settings, service);
        open.add(server);
        return server;
    }

    private HttpService.Ending noting() {
        return cause -> endings.add(cause == null ? "whole" : "broken");
    }

    private HttpService answering(HttpResponse response) {
        return (request, call) -> {
            call.respond(response);
            return noting();
        };
    }

    /** Threat row 69. */
    @Test
    void aConnectionTooManyGets503AtOnce() throws Exception {
        RunningServer server = serve(ServerSettings.DEFAULT.withMaxConnections(2), answering(HttpResponse.of(200)));
        try (RawClient one = server.connect();
                RawClient two = server.connect()) {
            assertThat(one.send(GET).read().status()).isEqualTo(200);
            assertThat(two.send(GET).read().status()).isEqualTo(200);
            try (RawClient three = server.connect()) {
                Reply reply = three.read();
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).isNotEmpty();
                assertThat(three.readAll()).isEmpty();
            }
        }
        Awaitility.await().until(() -> {
            try (RawClient again = server.connect()) {
                return again.send(GET).read().status() == 200;
            }
        });
    }

    /** Threat row 71. */
    @Test
    void drainingLetsRequestsUnderWayFinishAndTakesNoMore() throws Exception {
        List<ServerCall> calls = new CopyOnWriteArrayList<>();
        RunningServer server = serve((request, call) -> {
            calls.add(call);
            return noting();
        });
        try (RawClient client = server.connect();
                RawClient idle = server.connect();
                RawClient probe = new RawClient(server.server.managementPort())) {
            client.send(GET);
            Awaitility.await().until(() -> !calls.isEmpty());
            CompletableFuture<Void> drained =
                    CompletableFuture.runAsync(() -> server.server.drain(Duration.ofSeconds(20)));
            Awaitility.await()
                    .until(() -> probe.send("GET /status-0123456789abcdef HTTP/1.1\r\nHost: h\r\n\r\n")
                                    .read()
                                    .status()
                            == 503);
            Awaitility.await().until(() -> {
                try (RawClient late = server.connect()) {
                    return late.readAll().isEmpty();
                } catch (java.net.ConnectException refused) {
                    return true;
                }
            });
            assertThat(drained).isNotDone();
            calls.get(0).execute(() -> calls.get(0).respond(HttpResponse.of(200, "text/plain", "done")));
            Reply reply = client.read();
            assertThat(reply.body()).isEqualTo("done");
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(idle.readAll()).isEmpty();
            client.close();
            drained.get(15, TimeUnit.SECONDS);
        }
        assertThat(endings).containsExactly("whole");
    }

    @Test
    void bothPortsAnswerProbesAndOnlyManagementKnowsHealth() throws Exception {
        RunningServer server = serve(answering(HttpResponse.of(404)));
        try (RawClient traffic = server.connect();
                RawClient management = new RawClient(server.server.managementPort())) {
            String status = "GET /status-0123456789abcdef HTTP/1.1\r\nHost: h\r\n\r\n";
            String health = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";
            assertThat(traffic.send(status).read().status()).isEqualTo(200);
            assertThat(traffic.send(health).read().status()).isEqualTo(404);
            assertThat(management.send(status).read().status()).isEqualTo(200);
            assertThat(management.send(health).read().status()).isEqualTo(200);
            assertThat(management.send(GET).read().body())
                    .isEqualTo("{ \"statusCode\": 404, \"message\": \"Resource not found\" }");
        }
    }

    @Test
    void aPortInUseIsSaidAtTheStart() {
        RunningServer first = serve(answering(HttpResponse.of(200)));
        io.vertx.core.Vertx other = io.vertx.core.Vertx.vertx();
        try {
            assertThatThrownBy(() -> GatewayServer.start(
                            other,
                            new WallTime(),
                            ServerSettings.DEFAULT.listeningOn("127.0.0.1", first.port()),
                            answering(HttpResponse.of(200))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        } finally {
            other.close();
        }
    }
}
