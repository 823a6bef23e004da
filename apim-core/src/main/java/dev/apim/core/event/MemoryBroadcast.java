package dev.apim.core.event;

import dev.apim.Cancellable;
import dev.apim.event.Broadcast;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events within this process: a listener is called on the thread that publishes. Thread-safe. */
public final class MemoryBroadcast implements Broadcast {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryBroadcast.class);

    private final Map<String, List<Listener>> topics = new ConcurrentHashMap<>();

    /** Hands one listener its events in turn, whichever threads publish. */
    private static final class Listener {
        private final Consumer<String> consumer;

        Listener(Consumer<String> consumer) {
            this.consumer = consumer;
        }

        synchronized void accept(String topic, String event) {
            try {
                consumer.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("a listener to '{}' failed: {}", topic, e.getClass().getName());
            }
        }
    }

    @Override
    public void publish(String topic, String event) {
        for (Listener listener : topics.getOrDefault(topic, List.of())) {
            listener.accept(topic, event);
        }
    }

    @Override
    public Cancellable subscribe(String topic, Consumer<String> consumer) {
        Listener listener = new Listener(consumer);
        topics.compute(topic, (name, present) -> {
            List<Listener> listeners = present == null ? new CopyOnWriteArrayList<>() : present;
            listeners.add(listener);
            return listeners;
        });
        return () -> topics.computeIfPresent(topic, (name, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }
}
