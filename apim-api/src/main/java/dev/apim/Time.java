package dev.apim;

import java.time.Duration;
import java.time.Instant;

/**
 * The only clock and the only timer: everything that waits or tells the time asks it, so tests can put a virtual one in its place.
 * Implementations are thread-safe.
 */
public interface Time {
    /** The wall clock, UTC. It may jump; use {@link #nanos()} for intervals. */
    Instant now();

    /** A monotonic clock in nanoseconds, of no particular origin. */
    long nanos();

    /**
     * Runs {@code task} once after {@code delay}.
     *
     * @param delay zero or more
     * @param task short and non-blocking; it runs on a timer thread and must hop to its own lane for anything else
     * @return cancels the task if it has not started
     */
    Cancellable schedule(Duration delay, Runnable task);
}
