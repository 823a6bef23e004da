package dev.apim.runner.http;

import dev.apim.vertx.ClientSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Server and client together, for a raw client on one side and a raw backend on the other. */
final class ProxyFixture implements AutoCloseable {
    static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable Proxy proxy;

    RawBackend backend(RawBackend.Script script) throws Exception {
        RawBackend backend = new RawBackend(script);
        open.add(backend);
        return backend;
    }

    RunningServer server(RawBackend backend) {
        return server(backend, ClientSettings.DEFAULT, Duration.ofSeconds(20));
    }

    RunningServer server(RawBackend backend, ClientSettings settings, Duration timeout) {
        RunningServer server = RunningServer.with(ServerSettings.DEFAULT, settings, client -> {
            Proxy made = new Proxy(client, backend.port(), timeout);
            proxy = made;
            return made;
        });
        open.add(server);
        return server;
    }

    Proxy proxy() {
        return Objects.requireNonNull(proxy, "no server yet");
    }

    /** Answers every request of a connection alike. */
    static RawBackend.Script always(String response) {
        return peer -> {
            while (true) {
                peer.head();
                peer.send(response);
            }
        };
    }

    /** What happened next to a connection of the backend. */
    String event(RawBackend backend) throws InterruptedException {
        return Objects.requireNonNull(backend.events.poll(10, TimeUnit.SECONDS), "no event at the backend");
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
