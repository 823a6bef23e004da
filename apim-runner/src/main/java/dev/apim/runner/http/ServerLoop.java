package dev.apim.runner.http;

import dev.apim.Time;
import dev.apim.vertx.wire.HeadWriter;
import io.vertx.core.internal.ContextInternal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one event loop of a port has: its connections, one timer to look after them, and the text of the current second. */
final class ServerLoop {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    final ContextInternal context;
    final Port port;
    final Time time;
    final HeadWriter heads = new HeadWriter();
    private final Set<ClientConnection> connections = new LinkedHashSet<>();
    private boolean ticking;
    private long dateSecond = Long.MIN_VALUE;
    private String date = "";

    ServerLoop(ContextInternal context, Port port, Time time) {
        this.context = context;
        this.port = port;
        this.time = time;
    }

    void add(ClientConnection connection) {
        connections.add(connection);
        if (!ticking) {
            dateSecond = Long.MIN_VALUE;
            tickOn();
        }
    }

    void remove(ClientConnection connection) {
        connections.remove(connection);
    }

    private void tickOn() {
        ticking = true;
        time.schedule(port.settings().deadlines().tick(), () -> context.runOnContext(due -> tick()));
    }

    private void tick() {
        long now = time.nanos();
        dateSecond = Long.MIN_VALUE;
        for (ClientConnection connection : List.copyOf(connections)) {
            connection.look(now);
        }
        if (connections.isEmpty()) {
            ticking = false;
        } else {
            tickOn();
        }
    }

    /** The value of a {@code Date} field, at most a tick old. */
    String date() {
        if (dateSecond == Long.MIN_VALUE) {
            Instant now = time.now();
            dateSecond = now.getEpochSecond();
            date = HTTP_DATE.format(now);
        }
        return date;
    }
}
