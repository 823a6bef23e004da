package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.GatewaySettings;
import dev.apim.core.time.SystemTime;
import dev.apim.runner.http.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration changes while requests are under way: none fails, and each sees one configuration from its start to its end. */
class SwapTest {
    private static final int CLIENTS = 4;

    @TempDir
    Path serving;

    @TempDir
    Path changing;

    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void twentyChangesUnderLoadFailNoRequest() throws Exception {
        change(20);
    }

    @Test
    @Tag("proof")
    void twoHundredChangesUnderLoadFailNoRequest() throws Exception {
        change(200);
    }

    private void change(int changes) throws Exception {
        try (SystemTime time = new SystemTime();
                Backend backend = new Backend(exchange -> Backend.answer(
                        exchange, 200, exchange.getRequestHeaders().getFirst("X-In")))) {
            write(backend, serving, 0);
            write(backend, changing, 0);
            RunningGateway running = RunningGateway.start(
                    serving,
                    new FolderOptions(),
                    GatewaySettings.defaults(),
                    ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", -1));
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> clients = clients(URI.create("http://127.0.0.1:" + running.port() + "/a/b"), over);
            try {
                LiveConfiguration live = new LiveConfiguration(
                        new FolderOptions().open(changing, time, Runnable::run), running::gateway);
                for (int i = 1; i <= changes; i++) {
                    write(backend, changing, i);
                    live.load();
                    awaitOneMore();
                }
            } finally {
                over.set(true);
                for (Thread client : clients) {
                    client.join();
                }
                running.stop();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(served.get()).isGreaterThanOrEqualTo(changes);
        System.out.println(changes + " changes, " + served + " requests, " + wrong.size() + " failed");
    }

    /** The version stands in two documents: one that makes the request, one that makes the response. */
    private static void write(Backend backend, Path folder, int version) throws IOException {
        backend.artifacts(folder);
        Files.writeString(
                folder.resolve("policy.xml"),
                "<policies><inbound><set-header name=\"X-In\"><value>" + version + "</value></set-header></inbound>"
                        + "<backend><forward-request /></backend></policies>");
        Files.writeString(
                folder.resolve("apis/a/policy.xml"),
                "<policies><outbound><base /><set-header name=\"X-Out\"><value>" + version
                        + "</value></set-header></outbound></policies>");
    }

    private void awaitOneMore() throws InterruptedException {
        int before = served.get();
        while (served.get() == before && wrong.isEmpty()) {
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private List<Thread> clients(URI url, AtomicBoolean over) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> call(url, over), "client");
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void call(URI url, AtomicBoolean over) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(url).build();
        while (!over.get()) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                String version = response.headers().firstValue("X-Out").orElse("none");
                if (response.statusCode() != 200 || !response.body().equals(version)) {
                    wrong.add(response.statusCode() + ": in " + response.body() + ", out " + version);
                }
                served.incrementAndGet();
            } catch (IOException | InterruptedException e) {
                wrong.add(e.toString());
            }
        }
    }
}
