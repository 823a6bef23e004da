package dev.apim.runner.cli;

import dev.apim.event.Event;
import dev.apim.event.EventSink;
import dev.apim.model.Logger;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The events of one request, kept to be printed and passed on to where they go. */
final class CallEvents implements EventSink {
    /** Where the events of a request with made-up backends go: nowhere. */
    static final EventSink NOWHERE = new EventSink() {
        @Override
        public boolean send(Logger logger, Event event) {
            return true;
        }

        @Override
        public void close() {}
    };

    private final EventSink onwards;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    private record Sent(String logger, Event event) {}

    CallEvents(EventSink onwards) {
        this.onwards = onwards;
    }

    @Override
    public boolean send(Logger logger, Event event) {
        sent.add(new Sent(logger.id(), event));
        return onwards.send(logger, event);
    }

    /** A line for each event, if there are any. */
    void print(PrintWriter out, UnaryOperator<String> redacted) {
        if (sent.isEmpty()) {
            return;
        }
        out.println();
        out.println("events:");
        for (Sent each : sent) {
            Event event = each.event();
            out.println("  " + each.logger()
                    + (event.partitionId() == null ? "" : " partition " + event.partitionId())
                    + (event.partitionKey() == null ? "" : " key " + redacted.apply(event.partitionKey()))
                    + ": " + redacted.apply(event.text()));
        }
        out.flush();
    }

    @Override
    public void close() {
        onwards.close();
    }
}
