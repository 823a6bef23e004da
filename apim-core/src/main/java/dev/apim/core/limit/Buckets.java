package dev.apim.core.limit;

import dev.apim.limit.RateLimiter.Decision;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The buckets of one key. A counter is known by key and window alone while a bucket also needs a capacity, so there is one for each
 * limit a window is asked with, and all of them lose the tokens that any of them gives out.
 */
final class Buckets {
    /** Limits may come from expressions; so many of one window are told apart. */
    private static final int MOST_LIMITS = 16;

    private static final long HEAVIEST = 1L << 40;

    private final TimeMeter meter;
    private final List<Limited> buckets = new ArrayList<>(1);
    private final List<Early> early = new ArrayList<>(0);

    Buckets(TimeMeter meter) {
        this.meter = meter;
    }

    synchronized CompletionStage<Decision> acquire(long limit, long window, long weight) {
        Limited own = bucket(limit, window);
        if (weight > own.capacity()) {
            return Decisions.refused(own.available(), window);
        }
        if (weight == 0) {
            long wait = own.bucket().estimateAbilityToConsume(1).getNanosToWaitForRefill();
            return wait > 0 ? Decisions.refused(0, wait) : Decisions.allowed(own.available());
        }
        ConsumptionProbe probe = own.bucket().tryConsumeAndReturnRemaining(weight);
        if (!probe.isConsumed()) {
            return Decisions.refused(own.available(), probe.getNanosToWaitForRefill());
        }
        for (Limited other : buckets) {
            if (other != own && other.window() == window) {
                other.take(weight);
            }
        }
        return Decisions.allowed(probe.getRemainingTokens());
    }

    synchronized void add(long window, long weight) {
        boolean known = false;
        for (Limited bucket : buckets) {
            if (bucket.window() == window) {
                bucket.take(weight);
                known = true;
            }
        }
        if (!known && weight > 0) {
            early.removeIf(e -> meter.currentTimeNanos() - e.at() >= e.window());
            early.add(new Early(window, meter.currentTimeNanos(), weight));
        }
    }

    private Limited bucket(long limit, long window) {
        // Bucket4j refills one token a nanosecond at most; more than that is no limit at all.
        long capacity = Math.min(limit, window);
        for (Limited bucket : buckets) {
            if (bucket.window() == window && bucket.capacity() == capacity) {
                return bucket;
            }
        }
        Limited added = new Limited(window, capacity, fresh(capacity, window));
        added.take(spent(window));
        if (buckets.size() == MOST_LIMITS) {
            buckets.remove(0);
        }
        buckets.add(added);
        return added;
    }

    private Bucket fresh(long capacity, long window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, Duration.ofNanos(window)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** What a new bucket of this window must count as gone: the most that any other misses, and what came before there was one. */
    private long spent(long window) {
        long spent = 0;
        for (Limited bucket : buckets) {
            if (bucket.window() == window) {
                spent = Math.max(spent, bucket.capacity() - bucket.bucket().getAvailableTokens());
            }
        }
        long now = meter.currentTimeNanos();
        for (Early event : early) {
            spent += event.window() == window && now - event.at() < window ? event.weight() : 0;
        }
        early.removeIf(e -> e.window() == window);
        return spent;
    }

    private record Limited(long window, long capacity, Bucket bucket) {
        void take(long weight) {
            if (weight > 0) {
                bucket.consumeIgnoringRateLimits(Math.min(weight, HEAVIEST));
            }
        }

        long available() {
            return Math.max(0, bucket.getAvailableTokens());
        }
    }

    private record Early(long window, long at, long weight) {}
}
