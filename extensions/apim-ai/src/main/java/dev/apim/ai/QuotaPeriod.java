package dev.apim.ai;

import dev.apim.limit.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How long a token quota lasts: from a full hour, day, week (its Monday), month or year in UTC to the next. */
enum QuotaPeriod {
    HOURLY("HOUR", new Renewal(Instant.EPOCH, Duration.ofHours(1))),
    DAILY("DAY", new Renewal(Instant.EPOCH, Duration.ofDays(1))),
    WEEKLY("WEEK", new Renewal(Instant.parse("1970-01-05T00:00:00Z"), Duration.ofDays(7))),
    MONTHLY("MONTH", Renewal.ofMonths(1)),
    YEARLY("YEAR", Renewal.ofMonths(12));

    private final String unit;
    private final Renewal windows;

    QuotaPeriod(String unit, Renewal windows) {
        this.unit = unit;
        this.windows = windows;
    }

    /** By name, in any case, or by the unit alone, as in {@code day}. */
    static Optional<QuotaPeriod> of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (QuotaPeriod period : values()) {
            if (period.name().equals(wanted) || period.unit.equals(wanted)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /** The windows that are counted in. */
    Renewal windows() {
        return windows;
    }
}
