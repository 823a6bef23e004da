package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threat row 68. */
class SlowClientsTest {
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

    private static final HttpService SILENT = (request, call) -> cause -> {};

    @Test
    void aHeadThatDoesNotEndIsA408() throws Exception {
        try (RawClient client = serve(RunningServer.impatient(), SILENT).connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHo").readAll()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aHeadThatComesByteByByteIsA408() throws Exception {
        try (RawClient client = serve(RunningServer.impatient(), SILENT).connect()) {
            client.send("GET /");
            Awaitility.await().pollInterval(20, TimeUnit.MILLISECONDS).until(() -> {
                client.send("a");
                return client.in().available() > 0;
            });
            assertThat(client.readHead()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatStopsIsA408AndTheServiceIsTold() throws Exception {
        Recorder recorder = new Recorder();
        try (RawClient client = serve(RunningServer.impatient(), recorder).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 50\r\n\r\nhello");
            assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
        }
        Awaitility.await().until(() -> recorder.endings.equals(List.of("broken")));
        assertThat(recorder.bodies).containsExactly("broken");
    }

    @Test
    void aBodyThatNobodyReadsYetIsNotSlow() throws Exception {
        List<ServerCall> calls = new CopyOnWriteArrayList<>();
        HttpService patient = (request, call) -> {
            calls.add(call);
            return noting();
        };
        try (RawClient client = serve(RunningServer.impatient(), patient).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 50\r\n\r\n");
            client.socket.setSoTimeout(800);
            assertThatThrownBy(client::read).isInstanceOf(java.net.SocketTimeoutException.class);
            calls.get(0).execute(() -> calls.get(0).respond(HttpResponse.of(200)));
            assertThat(client.read().status()).isEqualTo(200);
        }
    }

    @Test
    void aReaderThatDoesNotReadIsClosed() throws Exception {
        HttpResponse great = new HttpResponse(200, "", new Headers(), Body.of(new byte[64 << 20]));
        try (RawClient client =
                serve(RunningServer.impatient(), answering(great)).connect()) {
            client.send(GET);
            Awaitility.await().until(() -> endings.equals(List.of("broken")));
        }
    }

    @Test
    void anIdleConnectionIsClosedWithoutAWord() throws Exception {
        try (RawClient client = serve(RunningServer.impatient(), SILENT).connect()) {
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void aWaitForTheServiceIsNotTheClientsFault() throws Exception {
        HttpService slow = (request, call) -> {
            CompletableFuture.runAsync(
                    () -> call.execute(() -> call.respond(HttpResponse.of(200))),
                    CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
            return noting();
        };
        try (RawClient client = serve(RunningServer.impatient(), slow).connect()) {
            assertThat(client.send(GET).read().status()).isEqualTo(200);
        }
    }
}
