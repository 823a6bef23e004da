package dev.apim.event;

/**
 * The way to where one logger's events go. Used by one thread at a time, which it may block for a bounded time.
 */
public interface EventChannel extends AutoCloseable {
    /**
     * Writes one event.
     *
     * @throws Exception when this one cannot be written; the next is offered all the same
     */
    void write(Event event) throws Exception;

    /** Gives what is under way a short time to arrive, and closes connections. */
    @Override
    void close();
}
