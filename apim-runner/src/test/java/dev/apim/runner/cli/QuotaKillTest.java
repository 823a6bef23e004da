package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 62: the process is killed while calls are counted, and started again. */
class QuotaKillTest {
    private static final int CLIENTS = 4;
    private static final int FLUSHED_CALLS = 100;
    private static final long FLUSHED_NANOS = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger sent = new AtomicInteger();

    /** When each call that passed was answered. */
    private final ConcurrentLinkedQueue<Long> passed = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName(
            "row 62: of what was counted no more is lost than a second's or a hundred calls, and nothing counts twice")
    void aKilledProcessRemembersAllButTheLastCalls() throws Exception {
        int lost = killed(2, 600, 2_000);
        System.out.println("quota: 2 kills under load, " + lost + " calls of " + passed.size() + " lost");
    }

    @Test
    @DisplayName("row 62: in strict mode nothing is lost")
    void aKilledProcessRemembersEveryCallInStrictMode() throws Exception {
        assertThat(killed(1, 60, 150, "--strict-quotas")).isZero();
    }

    @Test
    @Tag("proof")
    @DisplayName("row 62: thirty kills")
    void thirtyKillsUnderLoad() throws Exception {
        int lost = killed(30, 3_000, 110_000);
        System.out.println("quota: 30 kills under load, " + lost + " calls of " + passed.size() + " lost");
    }

    /** Kills it so often, each time after so many calls; how many calls that passed were forgotten. */
    private int killed(int times, int calls, int limit, String... options) throws Exception {
        artifacts(limit);
        long mayBeLost = 0;
        for (int i = 0; i < times; i++) {
            try (Child child = start(options)) {
                load(child, passed.size() + calls);
                mayBeLost += FLUSHED_CALLS + recent();
            }
        }
        int known = passed.size();
        int room;
        try (Child child = start(options)) {
            room = room(child);
        }
        int counted = limit - room;
        assertThat(counted).as("never negative").isNotNegative();
        assertThat(counted).as("never twice").isLessThanOrEqualTo(sent.get());
        int lost = Math.max(0, known - counted);
        assertThat(lost).as("lost").isLessThanOrEqualTo((int) mayBeLost);
        return lost;
    }

    /** Calls that may have come while the last counts were on their way to the disk. */
    private long recent() {
        long now = System.nanoTime();
        return passed.stream().filter(at -> now - at < FLUSHED_NANOS / 2).count();
    }

    private void artifacts(int limit) throws IOException {
        Path config = folder.resolve("config");
        Backend.artifacts(config, "http://127.0.0.1:9");
        Files.writeString(
                config.resolve("apis/a/policy.xml"),
                "<policies><inbound><quota-by-key calls=\"" + limit + "\" renewal-period=\"0\" counter-key=\"k\" />"
                        + "<return-response><set-status code=\"200\" reason=\"OK\" /></return-response></inbound></policies>");
    }

    private Child start(String... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(
                "run",
                "--config",
                folder.resolve("config"),
                "--state",
                folder.resolve("state"),
                "--host",
                "127.0.0.1",
                "--port",
                0,
                "--management-port",
                -1));
        arguments.addAll(List.of(options));
        return Child.start(List.of("-Xmx128m"), arguments.toArray());
    }

    /** Has clients call until so many calls passed, and then kills the process under them. */
    private void load(Child child, int until) throws Exception {
        URI uri = uri(child);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> callWhileItLives(uri), "client-" + i);
            thread.start();
            clients.add(thread);
        }
        while (passed.size() < until && child.process.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(child.process.isAlive()).as("it ended: %s", child.lines).isTrue();
        child.process.destroyForcibly().waitFor();
        for (Thread each : clients) {
            each.join();
        }
    }

    private void callWhileItLives(URI uri) {
        try {
            while (true) {
                sent.incrementAndGet();
                if (call(uri) == 200) {
                    passed.add(System.nanoTime());
                }
            }
        } catch (IOException killed) {
            // As it was meant to be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many calls still pass. */
    private int room(Child child) throws Exception {
        URI uri = uri(child);
        int room = 0;
        while (call(uri) == 200) {
            room++;
        }
        return room;
    }

    private int call(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static URI uri(Child child) {
        return URI.create("http://127.0.0.1:" + child.await("on http://127\\.0\\.0\\.1:(\\d+)") + "/a/b");
    }
}
