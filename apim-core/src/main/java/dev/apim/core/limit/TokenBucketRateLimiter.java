package dev.apim.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.Time;
import dev.apim.limit.RateLimiter;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Keeps a bucket of {@code limit} tokens that flow back steadily over the window (Azure: rate-limit of the v2 tiers). After a pause a
 * caller may spend a full bucket at once and goes on at the steady rate, so a window may see nearly twice the limit: that is what tells
 * it from {@link SlidingWindowRateLimiter}. Thread-safe; never blocks; every stage it returns is complete.
 */
public final class TokenBucketRateLimiter implements RateLimiter {
    private final Time time;
    private final TimeMeter meter;
    private final Cache<String, Buckets> keys;

    /** Remembers up to {@link SlidingWindowRateLimiter#MAX_KEYS} keys. */
    public TokenBucketRateLimiter(Time time) {
        this(time, SlidingWindowRateLimiter.MAX_KEYS);
    }

    /** Remembers up to {@code maxKeys} keys. */
    public TokenBucketRateLimiter(Time time, long maxKeys) {
        this.time = time;
        meter = new Meter(time);
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
        return keys.get(key, k -> new Buckets(meter)).acquire(limit, Arguments.nanos(window), weight);
    }

    @Override
    public CompletionStage<Void> add(String key, Duration window, long weight) {
        Arguments.check(key, weight);
        keys.get(key, k -> new Buckets(meter)).add(Arguments.nanos(window), weight);
        return Decisions.DONE;
    }

    @Override
    public String toString() {
        return "TokenBucketRateLimiter[" + time.getClass().getSimpleName() + "]";
    }

    private record Meter(Time time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
