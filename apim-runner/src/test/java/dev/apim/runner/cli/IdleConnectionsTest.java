package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat row 69: what connections that do nothing cost the process. */
@Tag("proof")
class IdleConnectionsTest {
    private static final int CONNECTIONS = 10_000;
    private static final int MOST_KIBIBYTES = 64;
    private static final String REQUEST = "GET /a/b HTTP/1.1\r\nHost: h\r\n\r\n";

    @TempDir
    Path folder;

    private final List<SocketChannel> idle = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);

    @Test
    void tenThousandIdleConnectionsCostLessThan64KibibytesEach() throws Exception {
        assumeFiles(CONNECTIONS + 500);
        answering();
        try (Child child = Child.start(
                List.of("-Xms16m", "-Xmx512m"),
                "run",
                "--config",
                folder,
                "--host",
                "127.0.0.1",
                "--port",
                0,
                "--management-port",
                -1)) {
            int port = Integer.parseInt(child.await("on http://127\\.0\\.0\\.1:(\\d+)"));
            open(port, 200);
            Assumptions.assumeTrue(child.memory("VmRSS") > 0, "the system does not say how much memory a process has");
            long before = child.memory("VmRSS");

            open(port, CONNECTIONS);

            double each = (child.memory("VmRSS") - before) / (double) CONNECTIONS;
            System.out.printf("%,d idle connections: %.1f KiB of the process each%n", CONNECTIONS, each);
            assertThat(each).as("KiB each").isLessThan(MOST_KIBIBYTES);
            for (int i = 0; i < idle.size(); i += 97) {
                assertThat(ask(idle.get(i))).as("connection %d", i).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (SocketChannel each : idle) {
                each.close();
            }
        }
    }

    /** A policy answers, so that all connections are open before the first has idled too long. */
    private void answering() throws IOException {
        Backend.artifacts(folder, "http://127.0.0.1:9");
        Files.writeString(
                folder.resolve("apis/a/policy.xml"),
                "<policies><inbound><return-response><set-status code=\"200\" reason=\"OK\" /><set-body>ok</set-body>"
                        + "</return-response></inbound></policies>");
    }

    /** Each asks once before it idles, as a connection that is kept does. */
    private void open(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            idle.add(channel);
            assertThat(ask(channel)).startsWith("HTTP/1.1 200");
        }
    }

    /** Asks, and reads to the end of the answer. */
    private String ask(SocketChannel channel) throws IOException {
        channel.write(StandardCharsets.US_ASCII.encode(REQUEST));
        buffer.clear();
        String answer = "";
        while (!answer.endsWith("\r\n\r\nok")) {
            if (channel.read(buffer) < 0) {
                throw new EOFException(answer);
            }
            answer = StandardCharsets.ISO_8859_1
                    .decode(buffer.duplicate().flip())
                    .toString();
        }
        return answer;
    }

    /** A process may have so many files open; a JVM takes all that the hard limit allows. */
    private static void assumeFiles(int needed) throws IOException {
        Path limits = Path.of("/proc/self/limits");
        Assumptions.assumeTrue(Files.exists(limits), "the system does not say how many files a process may open");
        String line = Files.readAllLines(limits).stream()
                .filter(each -> each.startsWith("Max open files"))
                .findFirst()
                .orElse("");
        String hard = line.replaceAll("^Max open files\\s+\\S+\\s+(\\S+).*", "$1");
        Assumptions.assumeTrue(
                hard.equals("unlimited") || Long.parseLong(hard) >= needed,
                () -> "a process may open " + hard + " files here and this needs " + needed
                        + "; raise it with ulimit -Hn");
    }
}
