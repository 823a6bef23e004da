package dev.apim.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fixed windows of one length that follow each other without a gap (Azure: {@code renewal-period}, {@code first-period-start}).
 *
 * @param origin when one of them begins; to the millisecond
 * @param period length of each; zero: one that never ends
 */
public record Renewal(Instant origin, Duration period) {
    /** Where windows begin that nobody placed: the first instant of the year 1. */
    public static final Instant DEFAULT_ORIGIN = Instant.parse("0001-01-01T00:00:00Z");

    public Renewal {
        if (period.isNegative() || !period.isZero() && period.toMillis() == 0) {
            throw new IllegalArgumentException("a renewal period is 1 ms or more, or zero for none; found " + period);
        }
    }

    /** Whether the window never ends. */
    public boolean isNever() {
        return period.isZero();
    }

    /** When the window that holds {@code now} began; the origin where it never ends. */
    public Instant start(Instant now) {
        if (isNever()) {
            return origin;
        }
        long length = period.toMillis();
        long first = origin.toEpochMilli();
        return Instant.ofEpochMilli(first + Math.floorDiv(now.toEpochMilli() - first, length) * length);
    }

    /** When that window ends; empty where it never does. */
    public Optional<Instant> end(Instant now) {
        return isNever() ? Optional.empty() : Optional.of(start(now).plus(period));
    }
}
