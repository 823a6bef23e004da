package dev.apim.core.limit;

import dev.apim.ApimException;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.QuotaCounter.Decision;
import dev.apim.limit.QuotaCounter.Exceeded;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some of the counters, under one lock. */
final class QuotaShard {
    private final int maxKeys;
    private final Map<Identity, Count> counts = new HashMap<>();
    private boolean changed;

    /**
     * What a counter is known by.
     *
     * @param key the caller's
     * @param period milliseconds; 0: never renewed, or every so many months
     * @param phase where in a period its windows begin, counted from 1970, milliseconds; of months, that many from 1970
     * @param months calendar months of a window; 0: the period tells it
     */
    record Identity(String key, long period, long phase, int months) {
        static Identity of(String key, Renewal renewal) {
            if (renewal.months() > 0) {
                return new Identity(key, 0, Math.floorMod(month(renewal.origin()), renewal.months()), renewal.months());
            }
            long period = renewal.period().toMillis();
            return new Identity(
                    key,
                    period,
                    period == 0 ? 0 : Math.floorMod(renewal.origin().toEpochMilli(), period),
                    0);
        }

        private static long month(Instant at) {
            return ChronoUnit.MONTHS.between(Instant.EPOCH.atZone(ZoneOffset.UTC), at.atZone(ZoneOffset.UTC));
        }

        /** When a window that began at an instant is over, both in milliseconds since 1970. */
        long end(long start) {
            if (months > 0) {
                return Instant.ofEpochMilli(start)
                        .atZone(ZoneOffset.UTC)
                        .plusMonths(months)
                        .toInstant()
                        .toEpochMilli();
            }
            return period == 0 ? Long.MAX_VALUE : start + period;
        }
    }

    /**
     * What was counted.
     *
     * @param start of the window, milliseconds since 1970
     */
    record Row(Identity identity, long start, long calls, long bytes) {}

    private static final class Count {
        long start;
        long calls;
        long bytes;
    }

    QuotaShard(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    synchronized Decision acquire(String key, Renewal renewal, Instant now, Limit limit, long calls) {
        Count count = count(key, renewal, now);
        Exceeded exceeded = null;
        if (count.bytes >= limit.bytes()) {
            exceeded = Exceeded.BYTES;
        } else if (count.calls >= limit.calls() || calls > limit.calls() - count.calls) {
            exceeded = Exceeded.CALLS;
        } else {
            add(count, calls, 0);
        }
        return new Decision(
                exceeded,
                renewal.end(now).map(end -> Duration.between(now, end)).orElse(null),
                new QuotaCounter.Count(count.calls, count.bytes));
    }

    synchronized void add(String key, Renewal renewal, Instant now, long calls, long bytes) {
        add(count(key, renewal, now), calls, bytes);
    }

    private void add(Count count, long calls, long bytes) {
        if (calls > 0 || bytes > 0) {
            count.calls = sum(count.calls, calls);
            count.bytes = sum(count.bytes, bytes);
            changed = true;
        }
    }

    /** A count that is full stays full. */
    private static long sum(long count, long more) {
        return more > Long.MAX_VALUE - count ? Long.MAX_VALUE : count + more;
    }

    private Count count(String key, Renewal renewal, Instant now) {
        Identity identity = Identity.of(key, renewal);
        long start = renewal.isNever() ? 0 : renewal.start(now).toEpochMilli();
        Count count = counts.get(identity);
        if (count == null) {
            count = fresh(identity, now);
        } else if (start > count.start) {
            count.calls = 0;
            count.bytes = 0;
        }
        // A start that lies behind is the clock set back: the count goes on.
        count.start = start;
        return count;
    }

    private Count fresh(Identity identity, Instant now) {
        if (counts.size() >= maxKeys) {
            forgetEnded(now);
        }
        if (counts.size() >= maxKeys) {
            throw new ApimException("there is no room for another quota counter: use keys that are fewer, or a"
                    + " distributed counter");
        }
        Count count = new Count();
        counts.put(identity, count);
        return count;
    }

    private void forgetEnded(Instant now) {
        long time = now.toEpochMilli();
        changed |= counts.entrySet().removeIf(e -> e.getKey().end(e.getValue().start) <= time);
    }

    /** Puts a counter back. */
    synchronized void restore(Row row) {
        Count count = new Count();
        count.start = row.start();
        count.calls = row.calls();
        count.bytes = row.bytes();
        counts.put(row.identity(), count);
    }

    /** What to write; {@code null} where nothing has changed since it was last asked. */
    synchronized @Nullable List<Row> changes() {
        if (!changed) {
            return null;
        }
        changed = false;
        List<Row> rows = new ArrayList<>(counts.size());
        counts.forEach((identity, count) -> rows.add(new Row(identity, count.start, count.calls, count.bytes)));
        return rows;
    }

    /** What was asked for could not be written. */
    synchronized void notWritten() {
        changed = true;
    }
}
