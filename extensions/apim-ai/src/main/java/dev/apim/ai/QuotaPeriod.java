package dev.apim.ai;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How long a token quota lasts: from a full hour, day, week (its Monday), month or year in UTC to the next. */
enum QuotaPeriod {
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    /** By name, in any case, or by the unit alone, as in {@code day}. */
    static Optional<QuotaPeriod> of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (QuotaPeriod period : values()) {
            if (period.name().equals(wanted) || period.unit().equals(wanted)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    private String unit() {
        return this == DAILY ? "DAY" : name().substring(0, name().length() - 2);
    }

    /** When the period that holds an instant began. */
    Instant start(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        ZonedDateTime day = utc.truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime start = switch (this) {
            case HOURLY -> utc.truncatedTo(ChronoUnit.HOURS);
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case YEARLY -> day.withDayOfYear(1);
        };
        return start.toInstant();
    }

    /** When it ends. */
    Instant end(Instant at) {
        ZonedDateTime start = start(at).atZone(ZoneOffset.UTC);
        ZonedDateTime end = switch (this) {
            case HOURLY -> start.plusHours(1);
            case DAILY -> start.plusDays(1);
            case WEEKLY -> start.plusWeeks(1);
            case MONTHLY -> start.plusMonths(1);
            case YEARLY -> start.plusYears(1);
        };
        return end.toInstant();
    }
}
