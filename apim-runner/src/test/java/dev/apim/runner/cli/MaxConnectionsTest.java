package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat row 69: how many may be connected is an option of the runner. */
class MaxConnectionsTest {
    private static final String STATUS = "GET /status-0123456789abcdef HTTP/1.1\r\nHost: h\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void oneMoreThanTheOptionAllowsGets503WithRetryAfterAtOnceUntilAnotherLeaves() throws Exception {
        Files.createDirectories(folder.resolve("apis"));
        try (Child child = Child.start(
                List.of(),
                "run",
                "--config",
                folder,
                "--host",
                "127.0.0.1",
                "--port",
                0,
                "--management-port",
                0,
                "--max-connections",
                2)) {
            int port = Integer.parseInt(child.await("on http://127\\.0\\.0\\.1:(\\d+),"));
            int management = Integer.parseInt(child.await("health on http://127\\.0\\.0\\.1:(\\d+)"));
            try (Socket one = connect(port);
                    Socket two = connect(port)) {
                assertThat(ask(one)).startsWith("HTTP/1.1 200");
                assertThat(ask(two)).startsWith("HTTP/1.1 200");

                try (Socket three = connect(port)) {
                    // Nothing was sent: the answer does not wait for a request, and is the last.
                    assertThat(all(three))
                            .startsWith("HTTP/1.1 503")
                            .containsPattern("(?i)\r\nRetry-After: \\d+\r\n")
                            .contains("Too many connections");
                }
                try (Socket health = connect(management)) {
                    assertThat(ask(health)).startsWith("HTTP/1.1 200");
                }
                assertThat(ask(one)).startsWith("HTTP/1.1 200");
            }
            Awaitility.await().until(() -> {
                try (Socket again = connect(port)) {
                    return ask(again).startsWith("HTTP/1.1 200");
                }
            });
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** The head of the answer, and what came with it. */
    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write(STATUS.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String text = "";
        while (!text.contains("\r\n\r\n") || !text.endsWith("}")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            answer.write(next);
            text = answer.toString(StandardCharsets.US_ASCII);
        }
        return text;
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
