package dev.apim.vertx;

import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full backend client. A request sent on an event loop of its Vert.x stays there: connections are pooled per event loop, and
 * response, chunks and failures come on the thread that sent. Sent from any other thread, it runs on one of the event loops and
 * completes there.
 *
 * <p>Vert.x opens the connections, resolves names and speaks TLS; above that, the connection's bytes are read and written by
 * {@code dev.apim.vertx.wire}. HTTP/1.1 only; redirects are not followed and nothing is decompressed. A request that cannot be written
 * (a control character in a field or target) fails its response with {@link IllegalArgumentException}, with nothing sent.
 */
public final class VertxBackendClient implements BackendClient {
    private static final Logger LOG = LoggerFactory.getLogger(VertxBackendClient.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final VertxInternal vertx;
    private final Time time;
    private final ClientSettings settings;
    private final boolean ownsVertx;
    private final Connector connector;
    private final ConcurrentHashMap<EventLoop, Lane> lanes = new ConcurrentHashMap<>();
    private final ContextInternal[] contexts =
            new ContextInternal[Runtime.getRuntime().availableProcessors()];
    private final AtomicInteger turn = new AtomicInteger();

    VertxBackendClient(Vertx vertx, Time time, ClientSettings settings, boolean ownsVertx) {
        this.vertx = (VertxInternal) vertx;
        this.time = time;
        this.settings = settings;
        this.ownsVertx = ownsVertx;
        connector = new Connector(vertx, settings);
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = this.vertx.createEventLoopContext();
        }
    }

    /** A client on a Vert.x that the caller closes, with default settings and the JDK's clock. */
    public static VertxBackendClient create(Vertx vertx) {
        return create(vertx, new VertxTime(vertx), ClientSettings.DEFAULT);
    }

    /** A client on a Vert.x that the caller closes. */
    public static VertxBackendClient create(Vertx vertx, Time time, ClientSettings settings) {
        return new VertxBackendClient(vertx, time, settings, false);
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(BackendCapability.HTTP_2));
    }

    @Override
    public BackendCall send(BackendRequest request) {
        Lane lane = lane();
        VertxCall call = new VertxCall(lane, request);
        if (lane.loop.inEventLoop()) {
            call.start();
        } else {
            start(lane, call);
        }
        return call;
    }

    /** On its lane; once Vert.x has ended there is none. */
    private static void start(Lane lane, VertxCall call) {
        try {
            lane.context.runOnContext(onLane -> call.start());
        } catch (RejectedExecutionException e) {
            call.refuse();
        }
    }

    private Lane lane() {
        ContextInternal current = ContextInternal.current();
        if (current == null
                || current.owner() != vertx
                || !current.nettyEventLoop().inEventLoop()) {
            current = contexts[Math.floorMod(turn.getAndIncrement(), contexts.length)];
        }
        Lane lane = lanes.get(current.nettyEventLoop());
        return lane != null ? lane : newLane(current);
    }

    private Lane newLane(ContextInternal context) {
        return lanes.computeIfAbsent(
                context.nettyEventLoop(), loop -> new Lane(context.unwrap(), time, settings, connector));
    }

    /**
     * Ends all connections and calls. Where it made Vert.x itself, waits until that has ended, at most ten seconds and never on one of
     * its threads: an application's classes may be gone the moment after.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        lanes.values().forEach(lane -> lane.context.runOnContext(onLane -> lane.close()));
        connector.close();
        if (ownsVertx) {
            ended(vertx.close());
        }
    }

    private static void ended(Future<Void> closing) {
        if (Context.isOnVertxThread()) {
            return;
        }
        try {
            closing.toCompletionStage().toCompletableFuture().get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Vert.x did not end in time; its threads may be there a while longer", e);
        }
    }
}
