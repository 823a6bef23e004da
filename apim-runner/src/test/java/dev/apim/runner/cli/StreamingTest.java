package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that no policy reads flow through a small process and leave nothing in it. */
class StreamingTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private final AtomicLong received = new AtomicLong();
    private final byte[] piece = new byte[64 * 1024];

    @Test
    void sixtyFourMebibytesUpAndDown() throws Exception {
        flow(64);
    }

    @Test
    @Tag("proof")
    void oneGibibyteUpAndDown() throws Exception {
        flow(1024);
    }

    private void flow(int mebibytes) throws Exception {
        try (Backend backend = new Backend(this::serve);
                Child child = Child.start(
                        List.of("-Xmx64m"),
                        "run",
                        "--config",
                        backend.artifacts(folder),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        0,
                        "--management-port",
                        -1)) {
            String base = child.await("on (http://127\\.0\\.0\\.1:\\d+)");
            upload(base, 16);
            download(base, 16);
            long before = child.memory("VmHWM");

            assertThat(upload(base, mebibytes)).isEqualTo((long) mebibytes * MEBIBYTE);
            assertThat(download(base, mebibytes)).isEqualTo((long) mebibytes * MEBIBYTE);

            long grown = child.memory("VmHWM") - before;
            System.out.println(
                    mebibytes + " MiB up and down through -Xmx64m: the process grew by " + grown / 1024 + " MiB");
            assertThat(grown).as("KiB of growth").isLessThan(32 * 1024);
            assertThat(child.lines).noneMatch(line -> line.contains("OutOfMemory"));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            exchange.getRequestBody().transferTo(new Count());
            Backend.answer(exchange, 200, "");
            return;
        }
        long length = Long.parseLong(exchange.getRequestURI().getQuery()) * MEBIBYTE;
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < length; sent += piece.length) {
                out.write(piece);
            }
        }
    }

    private long upload(String base, int mebibytes) throws Exception {
        received.set(0);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/a/up"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros((long) mebibytes * MEBIBYTE)))
                .build();
        HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return received.get();
    }

    private long download(String base, int mebibytes) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/a/down?" + mebibytes))
                .build();
        HttpResponse<InputStream> response = client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        long count = 0;
        try (InputStream body = response.body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                count += n;
            }
        }
        return count;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Counts what it takes. */
    private final class Count extends OutputStream {
        @Override
        public void write(int b) {
            received.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            received.addAndGet(count);
        }
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(count, left);
            left -= n;
            return n;
        }
    }
}
