package dev.apim.testkit;

import dev.apim.event.Event;
import dev.apim.event.EventSink;
import dev.apim.model.Logger;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the events that policies write. */
public final class RecordedEvents implements EventSink {
    private final List<Recorded> all = new CopyOnWriteArrayList<>();

    RecordedEvents() {}

    /**
     * An event and where it was to go.
     *
     * @param logger that it was written to
     * @param event itself
     */
    public record Recorded(Logger logger, Event event) {}

    @Override
    public boolean send(Logger logger, Event event) {
        return all.add(new Recorded(logger, event));
    }

    /** All events, in order. */
    public List<Recorded> all() {
        return List.copyOf(all);
    }

    /** The texts of all events, in order. */
    public List<String> texts() {
        return all.stream().map(recorded -> recorded.event().text()).toList();
    }

    @Override
    public void close() {}
}
