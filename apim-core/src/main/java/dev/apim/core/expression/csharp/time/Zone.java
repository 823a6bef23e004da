package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;

/** .NET's {@code TimeZoneInfo}, over the JDK's time zones. Immutable. */
final class Zone {
    private static final String UTC_NAME = "Coordinated Universal Time";
    static final Zone UTC = new Zone("UTC", UTC_NAME, UTC_NAME, UTC_NAME, ZoneOffset.UTC.getRules());
    static final Zone LOCAL = new Zone("UTC", UTC_NAME, UTC_NAME, UTC_NAME, ZoneOffset.UTC.getRules());
    private static final int EPOCH_DAY = 719_162;

    private final String id;
    private final String place;
    private final String standardName;
    private final String daylightName;
    private final ZoneRules rules;

    Zone(String id, String place, String standardName, String daylightName, ZoneRules rules) {
        this.id = id;
        this.place = place;
        this.standardName = standardName;
        this.daylightName = daylightName;
        this.rules = rules;
    }

    /**
     * The zone of an identifier of Windows or IANA.
     *
     * @throws DotNetException a {@code TimeZoneNotFoundException} of one that nobody knows
     */
    static Zone of(String id) {
        if (id.equalsIgnoreCase("UTC")) {
            return UTC;
        }
        String windows = WindowsZones.known(id);
        if (windows != null) {
            String iana = Objects.requireNonNull(WindowsZones.toIana(windows));
            return new Zone(
                    windows,
                    iana,
                    windows,
                    windows.replace("Standard", "Daylight"),
                    ZoneId.of(iana).getRules());
        }
        if (ZoneId.getAvailableZoneIds().contains(id)) {
            return iana(id);
        }
        throw new DotNetException(
                "System.TimeZoneNotFoundException",
                "The time zone ID '" + id + "' was not found on the local computer.");
    }

    private static Zone iana(String id) {
        TimeZone names = TimeZone.getTimeZone(id);
        return new Zone(
                id,
                id,
                names.getDisplayName(false, TimeZone.LONG, Locale.ENGLISH),
                names.getDisplayName(true, TimeZone.LONG, Locale.ENGLISH),
                ZoneId.of(id).getRules());
    }

    String id() {
        return id;
    }

    String standardName() {
        return standardName;
    }

    String daylightName() {
        return daylightName;
    }

    ZoneRules rules() {
        return rules;
    }

    /** {@code (UTC+01:00) Europe/Berlin}. */
    String displayName(Instant now) {
        TimeSpan base = baseOffset(now);
        String sign = base.ticks() < 0 ? "-" : "+";
        return base.ticks() == 0 && !hasDaylight()
                ? "(UTC) " + place
                : "(UTC" + sign + base.duration().format("hh\\:mm") + ") " + place;
    }

    TimeSpan baseOffset(Instant now) {
        return span(rules.getStandardOffset(now));
    }

    boolean hasDaylight() {
        return !rules.getTransitionRules().isEmpty();
    }

    /** The kind of what its clocks show. */
    DateTime.Kind kind() {
        return this == UTC ? DateTime.Kind.UTC : this == LOCAL ? DateTime.Kind.LOCAL : DateTime.Kind.UNSPECIFIED;
    }

    /** The distance from UTC at an instant. */
    TimeSpan offsetAt(Instant instant) {
        return span(rules.getOffset(instant));
    }

    /** The distance from UTC when its clock shows this; the standard one where the clock shows it twice or never. */
    TimeSpan offsetOf(DateTime clock) {
        LocalDateTime local = local(clock);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return span(rules.getOffset(local));
        }
        return span(transition.isOverlap() ? transition.getOffsetAfter() : transition.getOffsetBefore());
    }

    boolean isInvalid(DateTime clock) {
        ZoneOffsetTransition transition = rules.getTransition(local(clock));
        return transition != null && transition.isGap();
    }

    /** The two distances from UTC when its clock shows this twice, smaller first, else none. */
    List<TimeSpan> ambiguous(DateTime clock) {
        ZoneOffsetTransition transition = rules.getTransition(local(clock));
        return transition == null || transition.isGap()
                ? List.of()
                : List.of(span(transition.getOffsetAfter()), span(transition.getOffsetBefore()));
    }

    boolean isDaylight(Instant instant) {
        return rules.isDaylightSavings(instant);
    }

    /** The instant when its clock shows this. */
    Instant instant(DateTime clock) {
        if (isInvalid(clock)) {
            throw DotNetException.argument(
                    "The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.",
                    "dateTime");
        }
        return clock.toInstant().minus(offsetOf(clock).toDuration());
    }

    /** What its clock shows at an instant, held within the years 1 to 9999. */
    DateTime clock(Instant instant) {
        long utc =
                DateTime.EPOCH_TICKS + instant.getEpochSecond() * TimeSpan.TICKS_PER_SECOND + instant.getNano() / 100;
        long ticks = utc + offsetAt(instant).ticks();
        return DateTime.of(Math.max(0, Math.min(DateTime.MAX_TICKS, ticks)), kind());
    }

    static TimeSpan span(ZoneOffset offset) {
        long minutes = offset.getTotalSeconds() / 60;
        return TimeSpan.of(minutes * TimeSpan.TICKS_PER_MINUTE);
    }

    private static LocalDateTime local(DateTime clock) {
        return LocalDateTime.ofEpochSecond(
                clock.ticks() / TimeSpan.TICKS_PER_SECOND - EPOCH_DAY * 86_400L, 0, ZoneOffset.UTC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zone that && that.id.equalsIgnoreCase(id) && that.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return id.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return displayName(Instant.EPOCH);
    }
}
