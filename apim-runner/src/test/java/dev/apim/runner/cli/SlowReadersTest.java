package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threat row 70: many who read a great response slowly cost a small process what is on its way to each, however much it is.
 *
 * <p>All readers are connected from the start to the end, each in the middle of a response of 1 GiB: the backend never finishes one. They
 * take turns, a little at a time, and stop altogether after every round until the backend stands still as well. That is when the
 * gateway's heap is measured, after a collection. It is flat when no round leaves it higher than the first did: what readers leave
 * unread waits in the backend, not here. Nothing is gained by reading on to the last byte, so they read some MiB each.
 */
class SlowReadersTest {
    private static final int KIBIBYTE = 1024;
    private static final int MEBIBYTE = 1024 * KIBIBYTE;
    private static final long LENGTH = 1024L * MEBIBYTE;

    @TempDir
    Path folder;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<SocketChannel> readers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * KIBIBYTE);
    private long read;

    @Test
    void twentyReadersOfOneGibibyteEach() throws Exception {
        readSlowly(20, 4);
    }

    @Test
    @Tag("proof")
    void twoHundredReadersOfOneGibibyteEach() throws Exception {
        readSlowly(200, 16);
    }

    private void readSlowly(int count, int rounds) throws Exception {
        try (Backend backend = new Backend(this::serve);
                Child child = start(backend);
                Heap heap = Heap.of(child.process)) {
            int port = Integer.parseInt(child.await("on http://127\\.0\\.0\\.1:(\\d+)"));
            open(port, 4);
            read(MEBIBYTE);
            long alone = child.memory("VmHWM");
            open(port, count - 4);
            round(count);
            long before = child.memory("VmHWM");
            long[] used = new long[rounds + 1];
            used[0] = heap.used();

            for (int i = 1; i <= rounds; i++) {
                round(count);
                used[i] = heap.used();
            }

            long highest = Arrays.stream(used).max().orElseThrow();
            long grown = child.memory("VmHWM") - before;
            long waiting = (sent.get() - read) / count;
            System.out.printf(
                    "%d readers in 1 GiB each through -Xmx64m, all at once: %d KiB of heap, at most %d KiB in %d rounds of 1 MiB each; "
                            + "the process %d MiB more for all of them and %d MiB more while they read; "
                            + "%d KiB of each were sent and not read%n",
                    count,
                    used[0] / KIBIBYTE,
                    highest / KIBIBYTE,
                    rounds,
                    (before - alone) / 1024,
                    grown / 1024,
                    waiting / KIBIBYTE);
            assertThat(highest - used[0])
                    .as("bytes of heap more, of %s", Arrays.toString(used))
                    .isLessThan(2L * MEBIBYTE);
            assertThat(grown).as("KiB of growth while they read").isLessThan(16 * 1024);
            assertThat(before - alone).as("KiB for all readers").isLessThan(count * 512L + 16 * 1024);
            assertThat(waiting)
                    .as("bytes of each between the backend and its reader")
                    .isLessThan(16L * MEBIBYTE);
            assertThat(child.lines).noneMatch(line -> line.contains("OutOfMemory"));
        } finally {
            for (SocketChannel reader : readers) {
                reader.close();
            }
        }
    }

    private Child start(Backend backend) throws IOException {
        return Child.start(
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=128m"),
                "run",
                "--config",
                backend.artifacts(folder),
                "--host",
                "127.0.0.1",
                "--port",
                0,
                "--management-port",
                -1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] piece = new byte[64 * KIBIBYTE];
        underWay.incrementAndGet();
        exchange.sendResponseHeaders(200, LENGTH);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long left = LENGTH; left > 0; left -= piece.length) {
                out.write(piece);
                sent.addAndGet(piece.length);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Asks on new connections, with little room at this end. */
    private void open(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel reader = SocketChannel.open();
            readers.add(reader);
            reader.setOption(StandardSocketOptions.SO_RCVBUF, 64 * KIBIBYTE);
            reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            reader.write(StandardCharsets.US_ASCII.encode("GET /a/down HTTP/1.1\r\nHost: h\r\n\r\n"));
        }
    }

    /** Everybody reads a mebibyte and then nothing, until the backend cannot send any more either. */
    private void round(int count) throws IOException {
        read(MEBIBYTE);
        AtomicLong last = new AtomicLong(-1);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(60))
                .until(() -> last.getAndSet(sent.get()) == sent.get());
        assertThat(underWay).as("responses under way").hasValue(count);
    }

    /** Reads so much from each, a little from one after the other. */
    private void read(long bytesEach) throws IOException {
        long[] left = new long[readers.size()];
        Arrays.fill(left, bytesEach);
        for (boolean more = true; more; ) {
            more = false;
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0) {
                    int count = readers.get(i).read(buffer.clear());
                    assertThat(count).as("bytes from reader %d", i).isPositive();
                    read += count;
                    left[i] -= count;
                    more = true;
                }
            }
        }
    }
}
