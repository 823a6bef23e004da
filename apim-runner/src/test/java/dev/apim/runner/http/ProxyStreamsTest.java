package dev.apim.runner.http;

import static dev.apim.runner.http.ProxyFixture.GET;
import static dev.apim.runner.http.ProxyFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.http.RawClient.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies on their way through server and client: length, back-pressure, {@code 100 Continue}. */
class ProxyStreamsTest {
    private final ProxyFixture between = new ProxyFixture();

    @AfterEach
    void close() throws Exception {
        between.close();
    }

    @Test
    void sixtyFourMebibytesFlowDownAndUpWithoutBeingKept() throws Exception {
        long size = 64L << 20;
        RawBackend backend = between.backend(peer -> {
            while (true) {
                String head = peer.head();
                byte[] block = new byte[64 * 1024];
                if (head.startsWith("POST")) {
                    long left = size;
                    while (left > 0) {
                        left -= peer.in.readNBytes(block, 0, (int) Math.min(left, block.length));
                    }
                    peer.send(OK);
                } else {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                    for (long sent = 0; sent < size; sent += block.length) {
                        peer.out.write(block);
                    }
                }
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + size + "\r\n\r\n");
            byte[] block = new byte[64 * 1024];
            for (long sent = 0; sent < size; sent += block.length) {
                client.send(block);
            }
            assertThat(client.read().body()).isEqualTo("ok");
            client.send(GET);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200").contains("Content-Length: " + size);
            long left = size;
            while (left > 0) {
                left -= client.in().readNBytes((int) Math.min(left, 1 << 20)).length;
            }
        }
        // The client has the last byte before the server is told that it has left.
        Awaitility.await()
                .untilAsserted(() -> assertThat(between.proxy().endings).containsExactly("whole", "whole"));
    }

    @Test
    void aReaderThatDoesNotReadStopsTheBackend() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        java.util.concurrent.atomic.AtomicLong sent = new java.util.concurrent.atomic.AtomicLong();
        long size = 256L << 20;
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
            byte[] block = new byte[64 * 1024];
            while (sent.get() < size) {
                peer.out.write(block);
                sent.addAndGet(block.length);
            }
            stuck.countDown();
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send(GET);
            long[] before = {-1};
            Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
                boolean same = before[0] == sent.get() && sent.get() > 0;
                before[0] = sent.get();
                return same;
            });
            assertThat(sent.get()).as("kernel buffers and no more").isLessThan(64L << 20);
            client.readHead();
            long left = size;
            while (left > 0) {
                left -= client.in().readNBytes((int) Math.min(left, 1 << 20)).length;
            }
        }
        stuck.await();
    }

    @Test
    void eventsArriveOneByOneAsTheBackendSendsThem() throws Exception {
        java.util.concurrent.SynchronousQueue<String> next = new java.util.concurrent.SynchronousQueue<>();
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 3; i++) {
                String event = next.take();
                peer.send(event.length() + "\r\n" + event + "\r\n");
            }
            peer.send("0\r\n\r\n");
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send(GET);
            assertThat(client.readHead()).contains("text/event-stream");
            for (String event : new String[] {"one", "two", "three"}) {
                next.put(event);
                assertThat(client.line()).isEqualTo(String.valueOf(event.length()));
                assertThat(client.line()).isEqualTo(event);
            }
            assertThat(client.line()).isEqualTo("0");
        }
    }

    @Test
    void aChunkedUploadStaysChunked() throws Exception {
        RawBackend backend = between.backend(peer -> {
            String head = peer.head();
            assertThat(head).contains("Transfer-Encoding: chunked");
            String body = peer.read("5\r\nhello\r\n0\r\n\r\n".length());
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        });
        try (RawClient client = between.server(backend).connect()) {
            client.send(
                    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-T: 1\r\n\r\n");
            assertThat(client.read().body()).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
        }
    }

    private static final String EXPECTING =
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

    @Test
    void theBackendsGoAheadIsRelayed() throws Exception {
        RawBackend backend = between.backend(peer -> {
            while (true) {
                assertThat(peer.head()).contains("Expect: 100-continue");
                peer.send("HTTP/1.1 100 Continue\r\n\r\n");
                String body = peer.read(5);
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body);
            }
        });
        try (RawClient client = between.server(backend).connect()) {
            for (int i = 0; i < 2; i++) {
                client.send(EXPECTING);
                assertThat(client.read().status()).isEqualTo(100);
                assertThat(client.send("hello").read().body()).isEqualTo("hello");
            }
        }
    }

    @Test
    void aFinalAnswerInItsPlaceIsRelayedAndTheConnectionsEnd() throws Exception {
        RawBackend backend = between.backend(peer -> {
            peer.head();
            peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            assertThat(peer.in.read()).isEqualTo(-1);
        });
        try (RawClient client = between.server(backend).connect()) {
            Reply reply = client.send(EXPECTING).read();
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(client.readAll()).isEmpty();
        }
        assertThat(between.event(backend)).isEqualTo("done");
    }
}
