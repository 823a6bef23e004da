package dev.apim.core.event;

import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import dev.apim.event.EventChannelProvider;
import dev.apim.event.EventSink;
import dev.apim.model.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/**
 * Sends events to where their loggers say: through the first provider on the class path that takes the logger, else as lines of JSON (see
 * {@link JsonLines}). Thread-safe; neither blocks nor throws. Each logger has a queue of its own, made when its first event comes and
 * replaced when its configuration changes.
 */
public final class EventQueues implements EventSink {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EventQueues.class);

    private final List<EventChannelProvider> providers;
    private final EventChannelProvider otherwise;
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();

    /** A queue and the configuration it was made for. */
    private record Queue(Logger logger, EventQueue events) {}

    /** With the providers that are asked in turn, and the one that takes what they leave. */
    public EventQueues(List<EventChannelProvider> providers, EventChannelProvider otherwise) {
        this.providers = List.copyOf(providers);
        this.otherwise = otherwise;
    }

    /** With the providers on the class path; what they leave is logged, to {@code dev.apim.events}. */
    public static EventQueues atHand() {
        return new EventQueues(onClassPath(), JsonLines.toLog());
    }

    /** The providers on the class path. */
    public static List<EventChannelProvider> onClassPath() {
        List<EventChannelProvider> found = new ArrayList<>();
        ServiceLoader.load(EventChannelProvider.class, Thread.currentThread().getContextClassLoader())
                .forEach(found::add);
        return found;
    }

    @Override
    public boolean send(Logger logger, Event event) {
        Queue known = queues.get(logger.id());
        if (known == null || !known.logger().equals(logger)) {
            known = queues.compute(
                    logger.id(), (id, old) -> old != null && old.logger().equals(logger) ? old : replace(old, logger));
        }
        boolean taken = known.events().offer(event);
        if (!taken) {
            dropped.incrementAndGet();
        }
        return taken;
    }

    /** How many events were dropped because too many waited. */
    public long dropped() {
        return dropped.get();
    }

    private Queue replace(@org.jspecify.annotations.Nullable Queue old, Logger logger) {
        if (old != null) {
            Thread closer = new Thread(old.events()::close, "apim-events-" + logger.id() + "-closing");
            closer.setDaemon(true);
            closer.start();
        }
        return new Queue(logger, new EventQueue(logger.id(), open(logger)));
    }

    private EventChannel open(Logger logger) {
        for (EventChannelProvider provider : providers) {
            try {
                Optional<EventChannel> channel = provider.open(logger);
                if (channel.isPresent()) {
                    return channel.get();
                }
            } catch (RuntimeException e) {
                LOG.error("logger {} cannot be used, its events are dropped: {}", logger.id(), message(e));
                return new Nowhere();
            }
        }
        return otherwise.open(logger).orElseGet(Nowhere::new);
    }

    /** Only what says that it holds no secret is quoted. */
    private static String message(RuntimeException failure) {
        return failure instanceof IllegalArgumentException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    @Override
    public void close() {
        queues.values().forEach(queue -> queue.events().close());
        queues.clear();
    }

    private static final class Nowhere implements EventChannel {
        @Override
        public void write(Event event) {
            throw new IllegalStateException("the logger cannot be used");
        }

        @Override
        public void close() {}
    }
}
