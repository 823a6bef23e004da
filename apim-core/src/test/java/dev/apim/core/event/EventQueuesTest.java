package dev.apim.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import dev.apim.event.EventChannelProvider;
import dev.apim.model.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventQueuesTest {
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    private static Logger logger(String id, String key) {
        return new Logger(id, "azureEventHub", "", Map.of("key", key), true, "");
    }

    private static Event event(String text) {
        return new Event(Instant.parse("2026-01-01T00:00:00Z"), text, null, null);
    }

    private interface Writer {
        void write(Event event) throws Exception;
    }

    private EventChannelProvider provider(Writer writer) {
        return logger -> Optional.of(new EventChannel() {
            @Override
            public void write(Event event) throws Exception {
                writer.write(event);
                written.add(logger.id() + ":" + event.text());
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
    }

    private EventQueues queues(Writer writer) {
        return new EventQueues(List.of(provider(writer)), JsonLines.toLog());
    }

    @Test
    void eventsOfALoggerStayInOrder() {
        EventQueues queues = queues(event -> {});
        for (int i = 0; i < 100; i++) {
            assertThat(queues.send(logger("a", ""), event(Integer.toString(i)))).isTrue();
        }
        queues.close();

        assertThat(written).hasSize(100).startsWith("a:0", "a:1").endsWith("a:99");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aPoisonEventDoesNotStopTheOthers() {
        EventQueues queues = queues(event -> {
            if (event.text().equals("poison")) {
                throw new IllegalStateException("not this one");
            }
        });
        queues.send(logger("a", ""), event("one"));
        queues.send(logger("a", ""), event("poison"));
        queues.send(logger("a", ""), event("two"));
        queues.close();

        assertThat(written).containsExactly("a:one", "a:two");
    }

    @Test
    void aDestinationThatHangsHoldsUpNobodyElseAndItsQueueIsBounded() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        EventQueues queues = new EventQueues(
                List.of(logger -> Optional.of(new EventChannel() {
                    @Override
                    public void write(Event event) throws InterruptedException {
                        if (logger.id().equals("stuck")) {
                            stuck.await();
                        } else {
                            other.countDown();
                        }
                    }

                    @Override
                    public void close() {}
                })),
                JsonLines.toLog());

        int taken = 0;
        while (taken < EventQueue.MAX_EVENTS * 2 && queues.send(logger("stuck", ""), event("x"))) {
            taken++;
        }
        queues.send(logger("free", ""), event("x"));
        other.await();

        assertThat(taken).isBetween(EventQueue.MAX_EVENTS, EventQueue.MAX_EVENTS + 1);
        stuck.countDown();
        queues.close();
    }

    @Test
    void longEventsWaitInBoundedMemory() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        EventQueues queues = queues(event -> stuck.await());
        String megabyte = "x".repeat(1024 * 1024);

        int taken = 0;
        while (taken < 100 && queues.send(logger("a", ""), event(megabyte))) {
            taken++;
        }

        assertThat(taken).isLessThan(33);
        stuck.countDown();
        queues.close();
    }

    @Test
    void aChangedLoggerHasANewChannel() {
        AtomicInteger opened = new AtomicInteger();
        EventQueues queues = new EventQueues(
                List.of(logger -> {
                    opened.incrementAndGet();
                    return provider(event -> {}).open(logger);
                }),
                JsonLines.toLog());

        queues.send(logger("a", "1"), event("x"));
        queues.send(logger("a", "1"), event("x"));
        queues.send(logger("a", "2"), event("x"));
        queues.close();

        assertThat(opened).hasValue(2);
    }

    @Test
    void aLoggerWhoseCredentialsAreAtFaultFailsNobody() {
        EventQueues queues = new EventQueues(
                List.of(logger -> {
                    throw new IllegalArgumentException("no endpoint");
                }),
                JsonLines.toLog());

        queues.send(logger("a", ""), event("x"));
        queues.close();

        assertThat(written).isEmpty();
    }

    @Test
    void whatNobodyTakesIsALineOfJson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("events.jsonl");
        EventQueues queues = new EventQueues(List.of(logger -> Optional.empty()), JsonLines.toFile(file));

        queues.send(logger("a", ""), event("one\nline \"quoted\""));
        queues.send(logger("a", ""), new Event(Instant.EPOCH, "two", "3", "k"));
        queues.close();

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"time\":\"2026-01-01T00:00:00Z\",\"logger\":\"a\",\"text\":\"one\\nline \\\"quoted\\\"\"}",
                        "{\"time\":\"1970-01-01T00:00:00Z\",\"logger\":\"a\",\"partitionId\":\"3\",\"partitionKey\":\"k\",\"text\":\"two\"}");
    }
}
