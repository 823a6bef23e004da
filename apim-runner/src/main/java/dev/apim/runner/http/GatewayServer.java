package dev.apim.runner.http;

import dev.apim.Time;
import dev.apim.http.HttpService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The runner's HTTP/1.1 server: the traffic port with the gateway behind it, and the management port. Both answer
 * {@code GET /status-0123456789abcdef} (200, or 503 while draining) themselves, the management port {@code /health} too. Thread-safe;
 * the methods that block must not be called on an event loop.
 *
 * <pre>{@code
 * GatewayServer server = GatewayServer.start(vertx, time, ServerSettings.DEFAULT, gateway, management);
 * …
 * server.drain(Duration.ofSeconds(30));
 * server.close();
 * }</pre>
 */
public final class GatewayServer implements AutoCloseable {
    private final Port traffic;
    private final @Nullable Port management;
    private final AtomicBoolean draining;

    private GatewayServer(Port traffic, @Nullable Port management, AtomicBoolean draining) {
        this.traffic = traffic;
        this.management = management;
        this.draining = draining;
    }

    /**
     * Opens both ports; the management port serves the probes alone.
     *
     * @throws IllegalStateException when a port cannot be opened
     */
    public static GatewayServer start(Vertx vertx, Time time, ServerSettings settings, HttpService gateway) {
        return start(vertx, time, settings, gateway, StatusPages.nothingElse());
    }

    /**
     * Opens both ports. Blocks until they listen.
     *
     * @param vertx whose event loops serve; the caller closes it. A backend client on the same one never leaves the request's thread
     * @param management what the management port serves beside the probes
     * @throws IllegalStateException when a port cannot be opened
     */
    public static GatewayServer start(
            Vertx vertx, Time time, ServerSettings settings, HttpService gateway, HttpService management) {
        VertxInternal internal = (VertxInternal) vertx;
        AtomicBoolean draining = new AtomicBoolean();
        Set<String> status = Set.of(StatusPages.STATUS);
        Set<String> both = Set.of(StatusPages.STATUS, StatusPages.HEALTH);
        Port traffic = new Port(internal, time, settings, new StatusPages(status, draining::get, gateway));
        Port second = settings.managementPort() < 0
                ? null
                : new Port(internal, time, settings, new StatusPages(both, draining::get, management));
        GatewayServer server = new GatewayServer(traffic, second, draining);
        try {
            await(
                    traffic.listen(settings.host(), settings.port(), settings.eventLoops()),
                    settings.host() + ":" + settings.port());
            if (second != null) {
                await(
                        second.listen(settings.managementHost(), settings.managementPort(), 1),
                        settings.managementHost() + ":" + settings.managementPort());
            }
        } catch (IllegalStateException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The traffic port, the actual one where any was asked for. */
    public int port() {
        return traffic.number();
    }

    /** The management port, or -1 without one. */
    public int managementPort() {
        return management == null ? -1 : management.number();
    }

    /**
     * Goes out of service gracefully: status 503, no new connections on the traffic port, {@code Connection: close} on each response,
     * and time for the requests under way. Blocks until they ended or the patience did; what is left then is closed.
     */
    public void drain(Duration patience) {
        draining.set(true);
        await(traffic.drain(patience), "draining");
    }

    /** Closes both ports and every connection at once. */
    @Override
    public void close() {
        draining.set(true);
        await(traffic.close(), "closing");
        if (management != null) {
            await(management.close(), "closing");
        }
    }

    private static void await(Future<Void> future, String what) {
        CompletableFuture<Void> done = future.toCompletionStage().toCompletableFuture();
        try {
            done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(what + ": " + cause.getMessage(), cause);
        }
    }
}
