package dev.apim.vertx;

import dev.apim.Time;
import dev.apim.vertx.wire.HeadWriter;
import io.netty.channel.EventLoop;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop of a client has: its connections, its calls under way and one coarse timer for all their deadlines. Touched on
 * that event loop only, so nothing here locks and no request ever leaves its thread.
 */
final class Lane {
    /** How exact deadlines are. A timer per request would cost more than the request's share of this. */
    private static final Duration TICK = Duration.ofMillis(50);

    final ContextInternal context;
    final EventLoop loop;
    final ClientSettings settings;
    final Connector connector;
    final HeadWriter heads = new HeadWriter();

    private final Time time;
    private final Map<Origin, ConnectionPool> pools = new HashMap<>();
    private @Nullable Origin lastOrigin;
    private @Nullable ConnectionPool lastPool;
    private @Nullable VertxCall underWay;
    private boolean ticking;
    private boolean closed;

    Lane(ContextInternal context, Time time, ClientSettings settings, Connector connector) {
        this.context = context;
        loop = context.nettyEventLoop();
        this.time = time;
        this.settings = settings;
        this.connector = connector;
    }

    boolean isClosed() {
        return closed;
    }

    long nanos() {
        return time.nanos();
    }

    ConnectionPool pool(Origin origin) {
        ConnectionPool pool = lastPool;
        if (pool == null || !origin.equals(lastOrigin)) {
            pool = pools.computeIfAbsent(origin, o -> new ConnectionPool(this, o));
            lastPool = pool;
            lastOrigin = origin;
        }
        return pool;
    }

    void add(VertxCall call) {
        call.next = underWay;
        if (underWay != null) {
            underWay.previous = call;
        }
        underWay = call;
        tickOn();
    }

    void remove(VertxCall call) {
        if (call.previous != null) {
            call.previous.next = call.next;
        } else if (underWay == call) {
            underWay = call.next;
        }
        if (call.next != null) {
            call.next.previous = call.previous;
        }
        call.previous = null;
        call.next = null;
    }

    void tickOn() {
        if (!ticking && !closed) {
            ticking = true;
            time.schedule(TICK, () -> context.runOnContext(due -> tick()));
        }
    }

    private void tick() {
        ticking = false;
        long now = time.nanos();
        for (VertxCall call = underWay; call != null; ) {
            VertxCall following = call.next;
            call.checkDeadline(now);
            call = following;
        }
        boolean anyIdle = false;
        for (ConnectionPool pool : pools.values()) {
            anyIdle |= pool.closeExpired(now);
        }
        pools.values().removeIf(ConnectionPool::isUnused);
        if (lastPool != null && lastPool.isUnused()) {
            lastPool = null;
            lastOrigin = null;
        }
        if (underWay != null || anyIdle) {
            tickOn();
        }
    }

    void close() {
        closed = true;
        for (VertxCall call = underWay; call != null; ) {
            VertxCall following = call.next;
            call.fail(Failures.broken(call.origin(), "the client was closed"));
            call = following;
        }
        pools.values().forEach(ConnectionPool::close);
    }
}
