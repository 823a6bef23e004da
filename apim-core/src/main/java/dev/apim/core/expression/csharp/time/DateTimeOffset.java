package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Formattable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** .NET's {@code DateTimeOffset}: an instant and a distance from UTC. Equality and order look at the instant only. Immutable. */
public final class DateTimeOffset implements Formattable, Comparable<DateTimeOffset> {
    /** The first. */
    public static final DateTimeOffset MIN = new DateTimeOffset(0, 0);

    /** The last. */
    public static final DateTimeOffset MAX = new DateTimeOffset(DateTime.MAX_TICKS, 0);

    /** The first of January 1970. */
    public static final DateTimeOffset UNIX_EPOCH = new DateTimeOffset(DateTime.EPOCH_TICKS, 0);

    private static final long MAX_OFFSET = 14 * TimeSpan.TICKS_PER_HOUR;

    private final long utcTicks;
    private final long offsetTicks;

    private DateTimeOffset(long utcTicks, long offsetTicks) {
        this.utcTicks = utcTicks;
        this.offsetTicks = offsetTicks;
    }

    /** Of a time; what is not known to be UTC is taken as local, which is UTC too. */
    public static DateTimeOffset of(DateTime time) {
        return new DateTimeOffset(time.ticks(), 0);
    }

    /**
     * Of a time as a clock at this distance from UTC shows it.
     *
     * @throws DotNetException an {@code ArgumentException} of a distance above 14 hours or not of whole minutes, or that does not fit
     *     a time of a known kind
     */
    public static DateTimeOffset of(DateTime clock, TimeSpan offset) {
        if (clock.kind() == DateTime.Kind.LOCAL && offset.ticks() != 0) {
            throw DotNetException.argument(
                    "The UTC Offset of the local dateTime parameter does not match the offset argument.", "offset");
        }
        if (clock.kind() == DateTime.Kind.UTC && offset.ticks() != 0) {
            throw DotNetException.argument("The UTC Offset for Utc DateTime instances must be 0.", "offset");
        }
        return checked(clock.ticks() - checked(offset), offset.ticks());
    }

    private static DateTimeOffset checked(long utcTicks, long offsetTicks) {
        if (!DateTime.isValid(utcTicks)) {
            throw DotNetException.outOfRange(
                    "The UTC time represented when the offset is applied must be between year 0 and 10,000.", "offset");
        }
        return new DateTimeOffset(utcTicks, offsetTicks);
    }

    private static long checked(TimeSpan offset) {
        if (offset.ticks() % TimeSpan.TICKS_PER_MINUTE != 0) {
            throw DotNetException.argument("Offset must be specified in whole minutes.", "offset");
        }
        if (Math.abs(offset.ticks()) > MAX_OFFSET) {
            throw DotNetException.outOfRange("Offset must be within plus or minus 14 hours.", "offset");
        }
        return offset.ticks();
    }

    /** UTC, of an instant of the years 1 to 9999. */
    public static DateTimeOffset from(Instant instant) {
        return of(DateTime.from(instant));
    }

    /** The instant. */
    public Instant toInstant() {
        return utc().toInstant();
    }

    /** The instant in ticks since the year 1. */
    public long utcTicks() {
        return utcTicks;
    }

    /** How far the clock is ahead of UTC. */
    public TimeSpan offset() {
        return TimeSpan.of(offsetTicks);
    }

    /** What the clock shows. */
    public DateTime clock() {
        return DateTime.of(
                Math.max(0, Math.min(DateTime.MAX_TICKS, utcTicks + offsetTicks)), DateTime.Kind.UNSPECIFIED);
    }

    /** The instant as UTC. */
    public DateTime utc() {
        return DateTime.of(utcTicks, DateTime.Kind.UTC);
    }

    /**
     * The same instant on a clock at another distance from UTC.
     *
     * @throws DotNetException as {@link #of(DateTime, TimeSpan)}
     */
    public DateTimeOffset withOffset(TimeSpan offset) {
        long ticks = checked(offset);
        if (!DateTime.isValid(utcTicks + ticks)) {
            throw DotNetException.outOfRange(
                    "The UTC time represented when the offset is applied must be between year 0 and 10,000.", "offset");
        }
        return new DateTimeOffset(utcTicks, ticks);
    }

    /** With another time on the clock, at the same distance. */
    DateTimeOffset withClock(DateTime clock) {
        return checked(clock.ticks() - offsetTicks, offsetTicks);
    }

    @Override
    public String format(@Nullable String format) {
        return DateTimeText.format(clock(), offset(), format);
    }

    @Override
    public int compareTo(DateTimeOffset other) {
        return Long.compare(utcTicks, other.utcTicks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateTimeOffset that && that.utcTicks == utcTicks;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(utcTicks);
    }

    /** {@code MM/dd/yyyy HH:mm:ss zzz}. */
    @Override
    public String toString() {
        return format(null);
    }
}
