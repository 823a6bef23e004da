package dev.apim.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Fixed windows that follow each other without a gap: all of one length (Azure: {@code renewal-period}, {@code first-period-start}), or
 * of so many calendar months in UTC (Azure: {@code token-quota-period}).
 *
 * @param origin when one of them begins; to the millisecond, and of calendar months the first instant of one
 * @param period length of each; zero: one that never ends, or calendar months
 * @param months calendar months of each; 0: the period tells the length
 */
public record Renewal(Instant origin, Duration period, int months) {
    /** Where windows begin that nobody placed: the first instant of the year 1. */
    public static final Instant DEFAULT_ORIGIN = Instant.parse("0001-01-01T00:00:00Z");

    public Renewal {
        if (period.isNegative() || !period.isZero() && period.toMillis() == 0) {
            throw new IllegalArgumentException("a renewal period is 1 ms or more, or zero for none; found " + period);
        }
        if (months < 0 || months > 0 && !period.isZero()) {
            throw new IllegalArgumentException(
                    "windows are of a period or of months; found " + period + " and " + months);
        }
        if (months > 0 && !isStartOfMonth(origin)) {
            throw new IllegalArgumentException("windows of months begin with a month; found " + origin);
        }
    }

    /** Windows of one length. */
    public Renewal(Instant origin, Duration period) {
        this(origin, period, 0);
    }

    /**
     * Windows of calendar months, one of which begins with the year 1970.
     *
     * @param months 1 or more; 12 is a calendar year
     */
    public static Renewal ofMonths(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("a window has 1 month or more; found " + months);
        }
        return new Renewal(Instant.EPOCH, Duration.ZERO, months);
    }

    private static boolean isStartOfMonth(Instant origin) {
        ZonedDateTime utc = origin.atZone(ZoneOffset.UTC);
        return utc.getDayOfMonth() == 1 && utc.truncatedTo(ChronoUnit.DAYS).equals(utc);
    }

    /** Whether the window never ends. */
    public boolean isNever() {
        return period.isZero() && months == 0;
    }

    /** When the window that holds {@code now} began; the origin where it never ends. */
    public Instant start(Instant now) {
        if (isNever()) {
            return origin;
        }
        if (months > 0) {
            return month(Math.floorDiv(month(now) - month(origin), (long) months) * months + month(origin));
        }
        long length = period.toMillis();
        long first = origin.toEpochMilli();
        return Instant.ofEpochMilli(first + Math.floorDiv(now.toEpochMilli() - first, length) * length);
    }

    /** When that window ends; empty where it never does. */
    public Optional<Instant> end(Instant now) {
        if (isNever()) {
            return Optional.empty();
        }
        Instant start = start(now);
        return Optional.of(months > 0 ? month(month(start) + months) : start.plus(period));
    }

    /** Months since the year 0. */
    private static long month(Instant at) {
        return at.atZone(ZoneOffset.UTC).getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private static Instant month(long sinceYearZero) {
        return LocalDate.EPOCH
                .with(ChronoField.PROLEPTIC_MONTH, sinceYearZero)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
