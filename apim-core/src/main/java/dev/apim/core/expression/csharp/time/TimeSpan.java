package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Formattable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** .NET's {@code TimeSpan}: a number of ticks of 100 nanoseconds. Immutable. */
public final class TimeSpan implements Formattable, Comparable<TimeSpan> {
    /** Ticks in a microsecond. */
    public static final long TICKS_PER_MICROSECOND = 10;

    /** Ticks in a millisecond. */
    public static final long TICKS_PER_MILLISECOND = 10_000;

    /** Ticks in a second. */
    public static final long TICKS_PER_SECOND = 10_000_000;

    /** Ticks in a minute. */
    public static final long TICKS_PER_MINUTE = 600_000_000L;

    /** Ticks in an hour. */
    public static final long TICKS_PER_HOUR = 36_000_000_000L;

    /** Ticks in a day. */
    public static final long TICKS_PER_DAY = 864_000_000_000L;

    /** No time. */
    public static final TimeSpan ZERO = new TimeSpan(0);

    /** The longest. */
    public static final TimeSpan MAX = new TimeSpan(Long.MAX_VALUE);

    /** The most negative. */
    public static final TimeSpan MIN = new TimeSpan(Long.MIN_VALUE);

    private static final int NANOS_PER_TICK = 100;

    private final long ticks;

    private TimeSpan(long ticks) {
        this.ticks = ticks;
    }

    /** Of ticks of 100 nanoseconds. */
    public static TimeSpan of(long ticks) {
        return ticks == 0 ? ZERO : new TimeSpan(ticks);
    }

    /**
     * Of its parts, each of any size.
     *
     * @throws DotNetException an {@code ArgumentOutOfRangeException} of one too long
     */
    static TimeSpan of(long days, long hours, long minutes, long seconds, long milliseconds, long microseconds) {
        long millis = (days * 86_400L + hours * 3_600L + minutes * 60L + seconds) * 1_000L + milliseconds;
        try {
            return of(Math.multiplyExact(
                    Math.addExact(Math.multiplyExact(millis, 1_000L), microseconds), TICKS_PER_MICROSECOND));
        } catch (ArithmeticException e) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException", "TimeSpan overflowed because the duration is too long.");
        }
    }

    /** Of a duration; what is shorter than a tick is cut off. */
    public static TimeSpan from(Duration duration) {
        return of(duration.getSeconds() * TICKS_PER_SECOND + duration.getNano() / NANOS_PER_TICK);
    }

    /** The same time. */
    public Duration toDuration() {
        return Duration.ofSeconds(
                Math.floorDiv(ticks, TICKS_PER_SECOND), Math.floorMod(ticks, TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    /** All of it in ticks of 100 nanoseconds. */
    public long ticks() {
        return ticks;
    }

    /** A part of it: how many units there are above the next larger unit. */
    int part(long unit, long next) {
        return (int) (ticks / unit % (next / unit));
    }

    int days() {
        return (int) (ticks / TICKS_PER_DAY);
    }

    double total(long unit) {
        return (double) ticks / unit;
    }

    /**
     * The sum.
     *
     * @throws DotNetException an {@code OverflowException} of one too long
     */
    public TimeSpan plus(TimeSpan other) {
        long sum = ticks + other.ticks;
        if (((ticks ^ sum) & (other.ticks ^ sum)) < 0) {
            throw tooLong();
        }
        return of(sum);
    }

    /**
     * The difference.
     *
     * @throws DotNetException an {@code OverflowException} of one too long
     */
    public TimeSpan minus(TimeSpan other) {
        long difference = ticks - other.ticks;
        if (((ticks ^ other.ticks) & (ticks ^ difference)) < 0) {
            throw tooLong();
        }
        return of(difference);
    }

    /**
     * As long the other way.
     *
     * @throws DotNetException an {@code OverflowException} of the most negative
     */
    public TimeSpan negated() {
        if (ticks == Long.MIN_VALUE) {
            throw DotNetException.overflow("Negating the minimum value of a twos complement number is invalid.");
        }
        return of(-ticks);
    }

    TimeSpan duration() {
        if (ticks == Long.MIN_VALUE) {
            throw DotNetException.overflow(
                    "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.");
        }
        return ticks < 0 ? of(-ticks) : this;
    }

    /** Of a number of ticks with a fraction, which is cut off. */
    static TimeSpan ofTicks(double ticks) {
        if (ticks > Long.MAX_VALUE || ticks < Long.MIN_VALUE || Double.isNaN(ticks)) {
            throw tooLong();
        }
        return of((long) ticks);
    }

    static DotNetException tooLong() {
        return DotNetException.overflow("TimeSpan overflowed because the duration is too long.");
    }

    @Override
    public String format(@Nullable String format) {
        return TimeSpanText.format(this, format);
    }

    @Override
    public int compareTo(TimeSpan other) {
        return Long.compare(ticks, other.ticks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSpan that && that.ticks == ticks;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ticks);
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    @Override
    public String toString() {
        return TimeSpanText.format(this, "c");
    }
}
