package dev.apim.event;

import dev.apim.model.Logger;

/**
 * Takes the events that policies write (Azure: log-to-eventhub). Thread-safe. It is called on the lanes of requests, so it neither blocks
 * nor throws: what cannot be taken is dropped and counted.
 *
 * <pre>{@code
 * EventSink sink = new EventSink() {
 *     public boolean send(Logger logger, Event event) {
 *         return queue.offer(event);
 *     }
 *
 *     public void close() {}
 * };
 * }</pre>
 */
public interface EventSink extends AutoCloseable {
    /**
     * Takes an event for a logger, which is what the configuration says at the time.
     *
     * @return whether it was taken; {@code false}: it was dropped, since too many wait
     */
    boolean send(Logger logger, Event event);

    /** Gives what waits a short time to leave, and lets go of threads and connections. */
    @Override
    void close();
}
