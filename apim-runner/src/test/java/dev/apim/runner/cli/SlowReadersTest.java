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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat row 70: many who read a great response slowly cost a small process what is on its way to each, however much it is. */
class SlowReadersTest {
    private static final int KIBIBYTE = 1024;
    private static final int MEBIBYTE = 1024 * KIBIBYTE;
    private static final long LENGTH = 1024L * MEBIBYTE;

    @TempDir
    Path folder;

    private final AtomicLong sent = new AtomicLong();
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

    private void readSlowly(int count, int mebibytesEach) throws Exception {
        try (Backend backend = new Backend(this::serve);
                Child child = Child.start(
                        List.of("-Xmx64m", "-XX:MaxDirectMemorySize=128m"),
                        "run",
                        "--config",
                        backend.artifacts(folder),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        0,
                        "--management-port",
                        -1)) {
            int port = Integer.parseInt(child.await("on http://127\\.0\\.0\\.1:(\\d+)"));
            open(port, 4);
            read(MEBIBYTE);
            long alone = child.memory("VmHWM");
            open(port, count);
            read(MEBIBYTE);
            long before = child.memory("VmHWM");

            read((long) mebibytesEach * MEBIBYTE);

            long grown = child.memory("VmHWM") - before;
            System.out.printf(
                    "%d slow readers of 1 GiB each through -Xmx64m: %d MiB for all of them; while they read %d MiB each, %d MiB more; "
                            + "%d MiB were sent and not read yet%n",
                    count, (before - alone) / 1024, mebibytesEach, grown / 1024, (sent.get() - read) / MEBIBYTE);
            assertThat(grown).as("KiB of growth while they read").isLessThan(16 * 1024);
            assertThat(before - alone).as("KiB for all readers").isLessThan(count * 512L + 16 * 1024);
            assertThat(child.lines).noneMatch(line -> line.contains("OutOfMemory"));
        } finally {
            for (SocketChannel reader : readers) {
                reader.close();
            }
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] piece = new byte[64 * KIBIBYTE];
        exchange.sendResponseHeaders(200, LENGTH);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long left = LENGTH; left > 0; left -= piece.length) {
                out.write(piece);
                sent.addAndGet(piece.length);
            }
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

    /** Reads so much from each, a little from one after the other. */
    private void read(long bytesEach) throws IOException {
        long[] left = new long[readers.size()];
        java.util.Arrays.fill(left, bytesEach);
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
