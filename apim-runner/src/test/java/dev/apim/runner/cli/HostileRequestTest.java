package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.GatewaySettings;
import dev.apim.runner.http.ServerSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that could be understood in two ways, sent to the whole gateway: refused, closed, never forwarded. */
class HostileRequestTest {
    private static final AtomicInteger FORWARDED = new AtomicInteger();
    private static Backend backend;
    private static RunningGateway running;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        backend = new Backend(exchange -> {
            FORWARDED.incrementAndGet();
            Backend.answer(exchange, 200, "reached " + exchange.getRequestURI());
        });
        running = RunningGateway.start(
                backend.artifacts(folder),
                new FolderOptions(),
                GatewaySettings.defaults(),
                ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", -1));
    }

    @AfterAll
    static void stop() {
        running.stop();
        backend.close();
    }

    @BeforeEach
    void forget() {
        FORWARDED.set(0);
    }

    /** Everything up to the end of the connection. */
    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static Stream<Arguments> hostile() {
        String post = "POST /a/x HTTP/1.1\r\nHost: h\r\n";
        return Stream.of(
                Arguments.of(
                        "too many fields", "GET /a/x HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(101) + "\r\n", 431),
                Arguments.of(
                        "a field too long",
                        "GET /a/x HTTP/1.1\r\nHost: h\r\nA: " + "b".repeat(9_000) + "\r\n\r\n",
                        431),
                Arguments.of("a line too long", "GET /a/" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: h\r\n\r\n", 414),
                Arguments.of("an empty name", "GET /a/x HTTP/1.1\r\nHost: h\r\n: b\r\n\r\n", 400),
                Arguments.of(
                        "two framings", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
                Arguments.of("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
                Arguments.of("a signed length", post + "Content-Length: +1\r\n\r\na", 400),
                Arguments.of("another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400),
                Arguments.of("a folded line", "GET /a/x HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n", 400),
                Arguments.of("a blank before the colon", "GET /a/x HTTP/1.1\r\nHost : h\r\n\r\n", 400),
                Arguments.of("a bare line feed", "GET /a/x HTTP/1.1\nHost: h\n\n", 400),
                Arguments.of("no host", "GET /a/x HTTP/1.1\r\n\r\n", 400),
                Arguments.of("two hosts", "GET /a/x HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n", 400),
                Arguments.of("a user in the host", "GET /a/x HTTP/1.1\r\nHost: u@h\r\n\r\n", 400),
                Arguments.of("an encoded slash", "GET /a/..%2fx HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 400),
                Arguments.of(
                        "dots beyond the root", "GET /a/../../x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 400),
                Arguments.of("an encoded end", "GET /a/x%00 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedAndNotForwarded(String name, String request, int status) throws IOException {
        String answer = send(request);

        assertThat(answer).as(name).startsWith("HTTP/1.1 " + status + " ").doesNotContain("reached");
        assertThat(FORWARDED).hasValue(0);
    }

    @Test
    void aRequestThatHidesInTheBodyOfAnotherIsNeverServed() throws IOException {
        String answer = send("POST /a/x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0x5\r\nabcde\r\n0\r\n\r\nGET /a/smuggled HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(answer).doesNotContain("smuggled");
    }

    @Test
    void whatIsInOrderBetweenThemIsServed() throws IOException {
        assertThat(send("GET /a/x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("reached /x");
    }
}
