package dev.apim.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.Time;
import dev.apim.limit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Counts the events of the last window, in this process (Azure: rate-limit of the classic tiers). Thread-safe; never blocks; every
 * stage it returns is complete.
 *
 * <p><b>Exactness.</b> No window of the given length, wherever it begins, ever holds more than {@code limit} accepted events. Up to 64
 * events within a window are remembered one by one and room is given back at the exact nanosecond; beyond that, events of the same
 * 64th part of a window are remembered together and leave with the last of them, so that room may come back late by up to 1/64 of the
 * window (under a second for a minute), never early. Only the monotonic clock counts: jumps of the wall clock change nothing.
 *
 * <p><b>Memory.</b> A counter takes about 200 bytes at first and at most 2.2 KiB. The least used counters beyond the greatest number of
 * keys are forgotten, and those that nobody asked for in the longest window.
 */
public final class SlidingWindowRateLimiter implements RateLimiter {
    /** How many keys are remembered unless said otherwise. */
    public static final long MAX_KEYS = 1_000_000;

    private final Time time;
    private final long origin;
    private final Cache<String, Counters> keys;

    /** Remembers up to {@link #MAX_KEYS} keys. */
    public SlidingWindowRateLimiter(Time time) {
        this(time, MAX_KEYS);
    }

    /** Remembers up to {@code maxKeys} keys. */
    public SlidingWindowRateLimiter(Time time, long maxKeys) {
        this.time = time;
        origin = time.nanos();
        keys = Caffeine.newBuilder()
                .maximumSize(maxKeys)
                .expireAfterAccess(Arguments.LONGEST_WINDOW)
                .ticker(time::nanos)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletionStage<Decision> acquire(String key, long limit, Duration window, long weight) {
        Arguments.check(key, weight);
        Arguments.checkLimit(limit);
        long nanos = Arguments.nanos(window);
        return counters(key).acquire(elapsed(), limit, nanos, weight);
    }

    @Override
    public CompletionStage<Void> add(String key, Duration window, long weight) {
        Arguments.check(key, weight);
        counters(key).add(elapsed(), Arguments.nanos(window), weight);
        return Decisions.DONE;
    }

    /** How many keys are remembered now. */
    long liveKeys() {
        keys.cleanUp();
        return keys.estimatedSize();
    }

    private Counters counters(String key) {
        Counters known = keys.getIfPresent(key);
        return known != null ? known : keys.get(key, k -> new Counters());
    }

    private long elapsed() {
        return time.nanos() - origin;
    }
}
