package dev.apim.core.expression.csharp.time;

import dev.apim.Time;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Formattable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * .NET's {@code DateTime}: ticks of 100 nanoseconds since the year 1, and whether they are UTC, local or not known. Local is UTC.
 * Equality and order look at the ticks only. Immutable.
 */
public final class DateTime implements Formattable, Comparable<DateTime> {
    /** What the ticks are counted in (.NET: {@code DateTimeKind}). */
    public enum Kind {
        /** Not known. */
        UNSPECIFIED(0),
        /** UTC. */
        UTC(1),
        /** The local time, which is UTC too. */
        LOCAL(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** .NET's number of it. */
        int number() {
            return number;
        }
    }

    static final long MAX_TICKS = 3_155_378_975_999_999_999L;
    static final long EPOCH_TICKS = 621_355_968_000_000_000L;
    private static final int EPOCH_DAY = 719_162;
    private static final int NANOS_PER_TICK = 100;

    /** The first: midnight of the first of January of the year 1. */
    public static final DateTime MIN = new DateTime(0, Kind.UNSPECIFIED);

    /** The last tick of the year 9999. */
    public static final DateTime MAX = new DateTime(MAX_TICKS, Kind.UNSPECIFIED);

    /** The first of January 1970, UTC. */
    public static final DateTime UNIX_EPOCH = new DateTime(EPOCH_TICKS, Kind.UTC);

    private final long ticks;
    private final Kind kind;

    private DateTime(long ticks, Kind kind) {
        this.ticks = ticks;
        this.kind = kind;
    }

    /**
     * Of ticks of 100 nanoseconds since the year 1.
     *
     * @throws DotNetException an {@code ArgumentOutOfRangeException} before the year 1 and after 9999
     */
    public static DateTime of(long ticks, Kind kind) {
        if (!isValid(ticks)) {
            throw DotNetException.outOfRange(
                    "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "ticks");
        }
        return new DateTime(ticks, kind);
    }

    /**
     * Midnight of a date.
     *
     * @throws DotNetException an {@code ArgumentOutOfRangeException} of a date there is not
     */
    public static DateTime date(int year, int month, int day, Kind kind) {
        if (!isDate(year, month, day)) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException",
                    "Year, Month, and Day parameters describe an un-representable DateTime.");
        }
        return new DateTime((LocalDate.of(year, month, day).toEpochDay() + EPOCH_DAY) * TimeSpan.TICKS_PER_DAY, kind);
    }

    /** This day at another time. */
    DateTime at(int hour, int minute, int second) {
        if (!isTime(hour, minute, second)) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException",
                    "Hour, Minute, and Second parameters describe an un-representable DateTime.");
        }
        return new DateTime(dayTicks() + ((hour * 60L + minute) * 60L + second) * TimeSpan.TICKS_PER_SECOND, kind);
    }

    /** UTC, of an instant of the years 1 to 9999; what is shorter than a tick is cut off. */
    public static DateTime from(Instant instant) {
        return of(
                EPOCH_TICKS + instant.getEpochSecond() * TimeSpan.TICKS_PER_SECOND + instant.getNano() / NANOS_PER_TICK,
                Kind.UTC);
    }

    /** The instant; what is not known to be UTC is taken as it. */
    public Instant toInstant() {
        long since = ticks - EPOCH_TICKS;
        return Instant.ofEpochSecond(
                Math.floorDiv(since, TimeSpan.TICKS_PER_SECOND),
                Math.floorMod(since, TimeSpan.TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    /**
     * What {@code DateTime.Parse} makes of a text.
     *
     * @throws dev.apim.core.expression.csharp.value.DotNetException a {@code FormatException} where it is none
     */
    public static DateTime parse(String text, Time time) {
        return TimeReader.read(text).dateTime(Styles.NONE, time);
    }

    static boolean isValid(long ticks) {
        return ticks >= 0 && ticks <= MAX_TICKS;
    }

    static boolean isDate(int year, int month, int day) {
        return year >= 1
                && year <= 9999
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    static boolean isTime(int hour, int minute, int second) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    }

    /** The ticks of 100 nanoseconds since the year 1. */
    public long ticks() {
        return ticks;
    }

    /** What they are counted in. */
    public Kind kind() {
        return kind;
    }

    /** The same ticks, taken as something else. */
    public DateTime withKind(Kind other) {
        return other == kind ? this : new DateTime(ticks, other);
    }

    LocalDate localDate() {
        return LocalDate.ofEpochDay(ticks / TimeSpan.TICKS_PER_DAY - EPOCH_DAY);
    }

    long dayTicks() {
        return ticks - timeTicks();
    }

    long timeTicks() {
        return ticks % TimeSpan.TICKS_PER_DAY;
    }

    /** A part of the time: how many units there are above the next larger unit. */
    int part(long unit, long next) {
        return (int) (ticks / unit % (next / unit));
    }

    int hour() {
        return part(TimeSpan.TICKS_PER_HOUR, TimeSpan.TICKS_PER_DAY);
    }

    int minute() {
        return part(TimeSpan.TICKS_PER_MINUTE, TimeSpan.TICKS_PER_HOUR);
    }

    int second() {
        return part(TimeSpan.TICKS_PER_SECOND, TimeSpan.TICKS_PER_MINUTE);
    }

    /** Ticks within the second. */
    int fraction() {
        return (int) (ticks % TimeSpan.TICKS_PER_SECOND);
    }

    /** Sunday is 0. */
    int dayOfWeek() {
        return (int) ((ticks / TimeSpan.TICKS_PER_DAY + 1) % 7);
    }

    /**
     * Later by so many ticks.
     *
     * @param parameter the name of the parameter to blame
     * @throws DotNetException an {@code ArgumentOutOfRangeException} before the year 1 and after 9999
     */
    DateTime plusTicks(long more, String parameter) {
        long sum = ticks + more;
        if (!isValid(sum)) {
            throw DateArithmetic.unrepresentable(parameter);
        }
        return new DateTime(sum, kind);
    }

    @Override
    public String format(@Nullable String format) {
        return DateTimeText.format(this, null, format);
    }

    @Override
    public int compareTo(DateTime other) {
        return Long.compare(ticks, other.ticks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateTime that && that.ticks == ticks;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ticks);
    }

    /** {@code MM/dd/yyyy HH:mm:ss}. */
    @Override
    public String toString() {
        return DateTimeText.format(this, null, null);
    }
}
