package dev.apim.core.limit;

import java.time.Duration;

/** What callers of a limiter promise, checked. */
final class Arguments {
    static final int MAX_KEY_LENGTH = 256;
    static final Duration LONGEST_WINDOW = Duration.ofSeconds(300);

    private static final long SHORTEST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_NANOS = LONGEST_WINDOW.toNanos();

    private Arguments() {}

    static void check(String key, long weight) {
        if (key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a counter key has at most " + MAX_KEY_LENGTH + " characters, found "
                    + key.length() + ": digest longer ones");
        }
        if (weight < 0) {
            throw new IllegalArgumentException("a weight is 0 or more, found " + weight);
        }
    }

    static void checkLimit(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, found " + limit);
        }
    }

    static long nanos(Duration window) {
        long nanos = window.toNanos();
        if (nanos < SHORTEST_NANOS || nanos > LONGEST_NANOS) {
            throw new IllegalArgumentException("a window is 1 to 300 seconds, found " + window);
        }
        return nanos;
    }
}
