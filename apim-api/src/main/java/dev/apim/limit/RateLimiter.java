package dev.apim.limit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Counts events in a sliding window. A counter is known by its key and its window; every caller compares the count with a limit of its
 * own. Thread-safe. Implementations within the process answer with a stage that is already complete.
 */
public interface RateLimiter {
    /**
     * Adds {@code weight} if the count stays within {@code limit}; as one atomic step.
     *
     * @param key at most 256 characters; longer ones are the caller's to digest
     * @param limit the most events a window may hold, 1 or more
     * @param window 1 second to 300 seconds
     * @param weight 0 or more; 0 asks without adding, and is refused when the limit is reached
     */
    CompletionStage<Decision> acquire(String key, long limit, Duration window, long weight);

    /** Adds {@code weight} whatever the count. */
    CompletionStage<Void> add(String key, Duration window, long weight);

    /**
     * What came of it.
     *
     * @param allowed whether it stays within the limit
     * @param remaining events left in the window after this one, 0 or more
     * @param retryAfterSeconds whole seconds until there is room again, at least 1; 0 when allowed
     */
    record Decision(boolean allowed, long remaining, long retryAfterSeconds) {}
}
