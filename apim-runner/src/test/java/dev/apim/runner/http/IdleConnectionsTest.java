package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.HttpResponse;
import dev.apim.runner.http.RawClient.Reply;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threat row 69 in short: what idle connections hold in heap and buffers, and what comes of one too many. */
class IdleConnectionsTest {
    private static final int CONNECTIONS = 500;
    private static final int MOST_BYTES_EACH = 64 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);

    @Test
    void fiveHundredHoldLessThan64KibibytesEachAndTheNextGets503AtOnce() throws Exception {
        List<SocketChannel> idle = new ArrayList<>();
        try (RunningServer server =
                RunningServer.of(ServerSettings.DEFAULT.withMaxConnections(CONNECTIONS), (request, call) -> {
                    call.respond(HttpResponse.of(200, "text/plain", "ok"));
                    return cause -> {};
                })) {
            idle.add(asked(server.port()));
            long before = held();
            while (idle.size() < CONNECTIONS) {
                idle.add(asked(server.port()));
            }

            assertThat((held() - before) / CONNECTIONS).as("bytes each").isLessThan(MOST_BYTES_EACH);
            try (RawClient tooMany = server.connect()) {
                Reply reply = tooMany.read();
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).isNotEmpty();
                assertThat(tooMany.readAll()).isEmpty();
            }
        } finally {
            for (SocketChannel each : idle) {
                each.close();
            }
        }
    }

    private SocketChannel asked(int port) throws Exception {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(StandardCharsets.US_ASCII.encode("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
        assertThat(channel.read(buffer.clear())).isPositive();
        return channel;
    }

    /** What is reachable, and what Netty has of the system's memory. */
    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + PlatformDependent.usedDirectMemory();
    }
}
