package dev.apim.ai;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens used of quotas, in this process. Thread-safe; never blocks. Counters of periods that are over are forgotten when there are
 * many.
 */
final class TokenQuotas {
    private static final int MANY = 100_000;

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    private record Key(String counter, QuotaPeriod period) {}

    private record Count(Instant start, Instant end, long used) {}

    /**
     * Adds to a counter as long as less than the quota is used before; as one atomic step.
     *
     * @return what is left after it, or a negative number where the quota is used up and nothing was added
     */
    long acquire(String counter, QuotaPeriod period, long quota, long tokens, Instant now) {
        long[] left = new long[1];
        counts.compute(new Key(counter, period), (key, known) -> {
            Count current = current(known, period, now);
            boolean fits = current.used() < quota && (tokens == 0 || current.used() + tokens <= quota);
            left[0] = fits ? quota - current.used() - tokens : -1;
            return fits ? new Count(current.start(), current.end(), current.used() + tokens) : current;
        });
        forget(now);
        return left[0];
    }

    /** Adds whatever is used. */
    void add(String counter, QuotaPeriod period, long tokens, Instant now) {
        counts.compute(new Key(counter, period), (key, known) -> {
            Count current = current(known, period, now);
            return new Count(current.start(), current.end(), current.used() + tokens);
        });
    }

    private static Count current(@org.jspecify.annotations.Nullable Count known, QuotaPeriod period, Instant now) {
        boolean lasts = known != null && now.isBefore(known.end()) && !now.isBefore(known.start());
        return lasts && known != null ? known : new Count(period.start(now), period.end(now), 0);
    }

    private void forget(Instant now) {
        if (counts.size() > MANY) {
            counts.values().removeIf(count -> !now.isBefore(count.end()));
        }
    }
}
