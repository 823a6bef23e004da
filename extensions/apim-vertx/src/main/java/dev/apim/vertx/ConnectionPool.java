package dev.apim.vertx;

import dev.apim.backend.BackendException;
import io.netty.channel.Channel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connections of one lane to one origin: the one used last is used next, so that the others can expire. */
final class ConnectionPool {
    private final Lane lane;
    private final Origin origin;
    private final ArrayDeque<BackendConnection> idle = new ArrayDeque<>();
    private final ArrayDeque<VertxCall> waiting = new ArrayDeque<>();
    private int open;
    private int connecting;

    ConnectionPool(Lane lane, Origin origin) {
        this.lane = lane;
        this.origin = origin;
    }

    /** Hands a connection to the call, now or later, or fails it. */
    void acquire(VertxCall call) {
        BackendConnection connection = idle.pollLast();
        if (connection != null) {
            call.connected(connection);
        } else if (waiting.size() >= lane.settings.maxWaiting()) {
            call.fail(Failures.broken(origin, "too many requests wait for a connection"));
        } else {
            waiting.add(call);
            connectForWaiting();
        }
    }

    /** The call does not wait any more. */
    void forget(VertxCall call) {
        waiting.remove(call);
    }

    private void connectForWaiting() {
        while (connecting < waiting.size() && open + connecting < lane.settings.maxConnections()) {
            connecting++;
            lane.connector.connect(lane, origin, this::connected);
        }
    }

    private void connected(@Nullable Channel channel, @Nullable Throwable failure) {
        connecting--;
        if (channel == null || !channel.isActive()) {
            BackendException cause =
                    Failures.connecting(origin, failure == null ? new ClosedChannelException() : failure);
            VertxCall call = waiting.poll();
            if (call != null) {
                call.fail(cause);
            }
        } else {
            open++;
            serve(BackendConnection.install(channel, this, lane, origin));
        }
        connectForWaiting();
    }

    private void serve(BackendConnection connection) {
        VertxCall call = waiting.poll();
        if (lane.isClosed()) {
            connection.close();
        } else if (call != null) {
            call.connected(connection);
        } else {
            idle.addLast(connection);
            lane.tickOn();
        }
    }

    /** The connection ended its exchange whole and can take another. */
    void release(BackendConnection connection) {
        serve(connection);
    }

    /** The connection is closed. */
    void remove(BackendConnection connection) {
        open--;
        idle.remove(connection);
        connectForWaiting();
    }

    /** Says whether idle connections remain. */
    boolean closeExpired(long now) {
        List<BackendConnection> expired = new ArrayList<>(0);
        for (Iterator<BackendConnection> each = idle.iterator(); each.hasNext(); ) {
            BackendConnection connection = each.next();
            if (connection.isExpired(now)) {
                each.remove();
                expired.add(connection);
            }
        }
        expired.forEach(BackendConnection::close);
        return !idle.isEmpty();
    }

    boolean isUnused() {
        return open == 0 && connecting == 0 && waiting.isEmpty();
    }

    void close() {
        List.copyOf(idle).forEach(BackendConnection::close);
    }
}
