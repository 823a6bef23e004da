package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend that breaks off within its response: what came of it is never passed for the whole. */
class BrokenBackendTest {
    /** Answers one request with the beginning of a body, and goes. */
    private static void breakOff(ServerSocket server) {
        try (Socket peer = server.accept()) {
            InputStream in = peer.getInputStream();
            for (int matched = 0; matched < 4; ) {
                int b = in.read();
                matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
            }
            peer.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String seen(JettyHost host) throws InterruptedException {
        try {
            HttpResponse<String> answer = host.get("/far/x");
            return answer.statusCode() + " " + answer.body();
        } catch (IOException broken) {
            return "broken off";
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatBrokeOffDoesNotLookWhole(boolean async) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                JettyHost host = new JettyHost(a -> a.api(
                        "far",
                        api -> api.path("far")
                                .open()
                                .allOperations()
                                .backend("http://127.0.0.1:" + server.getLocalPort())))) {
            (async ? host : host.withoutAsync()).start();
            Thread backend = new Thread(() -> breakOff(server));
            backend.start();

            assertThat(seen(host)).doesNotStartWith("200");
            backend.join();
        }
    }
}
