package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bodies that no policy touches stream through an endpoint of the host, however large they are. */
class LargeBodiesTest {
    private static final long MIB = 1 << 20;
    private static final byte[] CHUNK = new byte[64 * 1024];

    /** Sends as many bytes as the query says, and takes all that come. */
    private static final class Bytes extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            OutputStream out = response.getOutputStream();
            for (long left = Long.parseLong(request.getQueryString()); left > 0; left -= CHUNK.length) {
                out.write(CHUNK, 0, (int) Math.min(left, CHUNK.length));
            }
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(read(request.getInputStream()));
        }
    }

    private static long read(InputStream in) throws IOException {
        byte[] into = new byte[64 * 1024];
        long all = 0;
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        long next = MIB;
        for (int count = in.read(into); count >= 0; count = in.read(into)) {
            all += count;
            if (all >= next) {
                next *= 4;
                long used = used();
                lowest = Math.min(lowest, used);
                highest = Math.max(highest, used);
            }
        }
        assertThat(highest - lowest)
                .as("growth of the heap while %d MiB stream", all / MIB)
                .isLessThan(16 * MIB);
        return all;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void downAndUp(long size) throws Exception {
        try (JettyHost host = new JettyHost(a -> a.api(
                        "bytes", api -> api.path("bytes").open().allOperations().inline()))
                .servlet("/bytes", new Bytes())
                .start()) {
            HttpResponse<InputStream> down = host.client.send(
                    HttpRequest.newBuilder(host.uri("/bytes?" + size)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = down.body()) {
                assertThat(read(body)).isEqualTo(size);
            }

            HttpResponse<String> up = host.client.send(
                    HttpRequest.newBuilder(host.uri("/bytes"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(up.body()).isEqualTo(Long.toString(size));
        }
    }

    private static JettyHost watched(HttpServlet servlet) {
        String watching = "<quota-by-key counter-key='all' bandwidth='1000000' renewal-period='300'/>";
        return new JettyHost(a -> a.api(
                        "bytes",
                        api -> api.path("bytes")
                                .open()
                                .allOperations()
                                .inline()
                                .policy("<policies><inbound><base/>" + watching + "</inbound></policies>")))
                .servlet("/bytes", servlet)
                .start();
    }

    @Test
    void aBodyThatAPolicyWatchesStreamsToTheHost() throws Exception {
        try (JettyHost host = watched(new Bytes())) {
            HttpResponse<String> up = host.client.send(
                    HttpRequest.newBuilder(host.uri("/bytes"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(20 * MIB + 1)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(up.body()).isEqualTo(Long.toString(20 * MIB + 1));
        }
    }

    @Test
    void aFormThatAPolicyWatchesHasItsParameters() throws Exception {
        HttpServlet form = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                String parameters = request.getParameter("a") + request.getParameter("b");
                response.getWriter().print(parameters + request.getReader().readLine());
            }
        };
        try (JettyHost host = watched(form)) {
            assertThat(host.post("/bytes", "application/x-www-form-urlencoded", "a=1&b=2")
                            .body())
                    .isEqualTo("12a=1&b=2");
            assertThat(host.post("/bytes", "application/x-www-form-urlencoded", "a=" + "1".repeat(3 << 20))
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void aHostThatListensReadsABodyThatAPolicyWatches() throws Exception {
        HttpServlet listening = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                AsyncContext async = request.startAsync();
                ServletInputStream in = request.getInputStream();
                in.setReadListener(new ReadListener() {
                    private long all;

                    @Override
                    public void onDataAvailable() throws IOException {
                        byte[] into = new byte[10_000];
                        while (in.isReady() && !in.isFinished()) {
                            all += in.read(into);
                        }
                    }

                    @Override
                    public void onAllDataRead() throws IOException {
                        response.getWriter().print(all);
                        async.complete();
                    }

                    @Override
                    public void onError(Throwable broken) {
                        async.complete();
                    }
                });
            }
        };
        try (JettyHost host = watched(listening)) {
            assertThat(host.post("/bytes", "text/plain", "x".repeat(100_001)).body())
                    .isEqualTo("100001");
        }
    }

    /** So many zero bytes. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    @Test
    void aLargeBodyStreams() throws Exception {
        downAndUp(70 * MIB);
    }

    @Test
    @Tag("proof")
    void aGigabyteStreams() throws Exception {
        downAndUp(1024 * MIB);
    }
}
