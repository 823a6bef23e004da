package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.GatewaySettings;
import dev.apim.runner.http.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat row 26: sound and broken exchanges in any order share connections, and no byte of one ever becomes part of another. */
class MixedExchangesTest {
    private static final int CLIENTS = 4;

    @TempDir
    Path folder;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void amongFiveThousandNoByteCrosses() throws Exception {
        mix(5_000);
    }

    @Test
    @Tag("proof")
    void amongAMillionNoByteCrosses() throws Exception {
        mix(1_000_000);
    }

    private void mix(int exchanges) throws Exception {
        try (MixedBackend backend = new MixedBackend()) {
            RunningGateway running = RunningGateway.start(
                    artifacts(backend.url()),
                    new FolderOptions(),
                    GatewaySettings.defaults(),
                    ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", -1));
            List<MixedClient> clients = new ArrayList<>();
            try {
                run(running.port(), exchanges, clients);
            } finally {
                running.stop();
            }
            long made = clients.stream()
                    .mapToLong(client -> Arrays.stream(client.counts).sum())
                    .sum();
            System.out.printf(
                    "%,d mixed exchanges of %d kinds, %,d client and %,d backend connections: %d with bytes of another or otherwise wrong%n",
                    made,
                    Kind.values().length,
                    clients.stream().mapToLong(client -> client.connections).sum(),
                    backend.connections.get(),
                    wrong.size() + backend.wrong.size());
            assertThat(backend.wrong).isEmpty();
            assertThat(wrong).isEmpty();
            assertThat(made).isEqualTo(exchanges);
        }
    }

    private void run(int port, int exchanges, List<MixedClient> clients) throws InterruptedException {
        AtomicLong numbers = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            MixedClient client = new MixedClient(port, numbers, exchanges, wrong, i);
            clients.add(client);
            Thread thread = new Thread(client, "mixed-client");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Path artifacts(String url) throws Exception {
        Backend.artifacts(folder, url);
        Files.writeString(folder.resolve("apis/a/specification.yaml"), """
                openapi: 3.0.1
                info: {title: A, version: '1'}
                paths:
                  /{*rest}:
                    get: {operationId: get, responses: {'200': {description: ok}}}
                    head: {operationId: head, responses: {'200': {description: ok}}}
                    post: {operationId: post, responses: {'200': {description: ok}}}
                """);
        return folder;
    }
}
