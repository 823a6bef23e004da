package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code System.DateTimeOffset}. */
final class DateTimeOffsetType {
    private static final String PARTS = "(int year, int month, int day, int hour, int minute, int second";
    private static final long UNIX_SECONDS = 62_135_596_800L;
    private static final long LAST_UNIX_SECOND = 253_402_300_799L;
    private static final long MILLIS = 1_000;

    private DateTimeOffsetType() {}

    static void define(TypeBuilder type) {
        type.defaultValue(DateTimeOffset.MIN);
        TimeLibrary.ordered(type, "DateTimeOffset", DateTimeOffset.class);
        statics(type);
        constructors(type);
        parts(type);
        adding(type);
        conversions(type);
        numbers(type);
        DateTimeParsing.defineOffset(type);
        DateTimeParts.texts(type);
        type.refused("TryFormat", "it writes into a span; use ToString(format)");
    }

    private static void statics(TypeBuilder type) {
        type.staticProperty("DateTimeOffset MinValue", () -> DateTimeOffset.MIN)
                .staticProperty("DateTimeOffset MaxValue", () -> DateTimeOffset.MAX)
                .staticProperty("DateTimeOffset UnixEpoch", () -> DateTimeOffset.UNIX_EPOCH)
                .staticPropertyWith(
                        "DateTimeOffset UtcNow",
                        (call, a) ->
                                DateTimeOffset.from(call.evaluation().time().now()))
                .staticPropertyWith(
                        "DateTimeOffset Now",
                        (call, a) ->
                                DateTimeOffset.from(call.evaluation().time().now()));
    }

    private static void constructors(TypeBuilder type) {
        type.method("()", () -> DateTimeOffset.MIN)
                .method("(DateTime dateTime)", (DateTime t) -> DateTimeOffset.of(t))
                .method(
                        "(DateTime dateTime, TimeSpan offset)",
                        (DateTime t, TimeSpan offset) -> DateTimeOffset.of(t, offset))
                .method(
                        "(long ticks, TimeSpan offset)",
                        (Long ticks, TimeSpan offset) ->
                                DateTimeOffset.of(DateTime.of(ticks, DateTime.Kind.UNSPECIFIED), offset))
                .methodWith(PARTS + ", TimeSpan offset)", (call, a) -> made(a, 0))
                .methodWith(PARTS + ", int millisecond, TimeSpan offset)", (call, a) -> made(a, 1))
                .methodWith(PARTS + ", int millisecond, int microsecond, TimeSpan offset)", (call, a) -> made(a, 2));
    }

    private static DateTimeOffset made(@Nullable Object[] a, int fractions) {
        TimeSpan offset = (TimeSpan) Objects.requireNonNull(a[a.length - 1]);
        return DateTimeOffset.of(DateTimeParts.read(a, fractions, false), offset);
    }

    private static void parts(TypeBuilder type) {
        DateTimeParts.define(type, DateTimeOffset::clock);
        type.property(
                        "DateTime Date",
                        (DateTimeOffset t) -> DateTime.of(t.clock().dayTicks(), DateTime.Kind.UNSPECIFIED))
                .property("DateTime DateTime", DateTimeOffset::clock)
                .property("DateTime UtcDateTime", DateTimeOffset::utc)
                .property(
                        "DateTime LocalDateTime", (DateTimeOffset t) -> t.utc().withKind(DateTime.Kind.LOCAL))
                .property("TimeSpan Offset", DateTimeOffset::offset)
                .property("int TotalOffsetMinutes", (DateTimeOffset t) ->
                        (int) (t.offset().ticks() / TimeSpan.TICKS_PER_MINUTE))
                .property("long UtcTicks", DateTimeOffset::utcTicks);
    }

    private static void adding(TypeBuilder type) {
        unit(type, "Days", TimeSpan.TICKS_PER_DAY);
        unit(type, "Hours", TimeSpan.TICKS_PER_HOUR);
        unit(type, "Minutes", TimeSpan.TICKS_PER_MINUTE);
        unit(type, "Seconds", TimeSpan.TICKS_PER_SECOND);
        unit(type, "Milliseconds", TimeSpan.TICKS_PER_MILLISECOND);
        unit(type, "Microseconds", TimeSpan.TICKS_PER_MICROSECOND);
        type.method("DateTimeOffset AddTicks(long ticks)", (DateTimeOffset t, Long n) -> plus(t, n))
                .method(
                        "DateTimeOffset AddMonths(int months)",
                        (DateTimeOffset t, Integer n) -> moved(t, clock -> DateArithmetic.plusMonths(clock, n)))
                .method(
                        "DateTimeOffset AddYears(int years)",
                        (DateTimeOffset t, Integer n) -> moved(t, clock -> DateArithmetic.plusYears(clock, n)))
                .method("DateTimeOffset Add(TimeSpan timeSpan)", (DateTimeOffset t, TimeSpan s) -> plus(t, s.ticks()))
                .method(
                        "DateTimeOffset Subtract(TimeSpan value)",
                        (DateTimeOffset t, TimeSpan s) -> plus(t, s.negated().ticks()))
                .method("TimeSpan Subtract(DateTimeOffset value)", DateTimeOffsetType::difference)
                .method(
                        "DateTimeOffset operator +(DateTimeOffset dateTimeOffset, TimeSpan timeSpan)",
                        (DateTimeOffset t, TimeSpan s) -> plus(t, s.ticks()))
                .method(
                        "DateTimeOffset operator -(DateTimeOffset dateTimeOffset, TimeSpan timeSpan)",
                        (DateTimeOffset t, TimeSpan s) -> plus(t, s.negated().ticks()))
                .method(
                        "TimeSpan operator -(DateTimeOffset left, DateTimeOffset right)",
                        DateTimeOffsetType::difference);
    }

    private static void unit(TypeBuilder type, String unit, long ticks) {
        DateTimeParts.<DateTimeOffset>unit(
                type,
                "DateTimeOffset",
                unit,
                ticks,
                (time, value, size) -> moved(time, clock -> DateArithmetic.plus(clock, value, size)));
    }

    private static DateTimeOffset plus(DateTimeOffset time, long ticks) {
        return moved(time, clock -> clock.plusTicks(ticks, "value"));
    }

    private static DateTimeOffset moved(DateTimeOffset time, UnaryOperator<DateTime> move) {
        return time.withClock(move.apply(time.clock()));
    }

    private static TimeSpan difference(DateTimeOffset a, DateTimeOffset b) {
        return TimeSpan.of(a.utcTicks() - b.utcTicks());
    }

    private static void conversions(TypeBuilder type) {
        type.method("implicit operator DateTimeOffset(DateTime dateTime)", (DateTime t) -> DateTimeOffset.of(t))
                .method("DateTimeOffset ToOffset(TimeSpan offset)", DateTimeOffset::withOffset)
                .method("DateTimeOffset ToUniversalTime()", (DateTimeOffset t) -> t.withOffset(TimeSpan.ZERO))
                .method("DateTimeOffset ToLocalTime()", (DateTimeOffset t) -> t.withOffset(TimeSpan.ZERO))
                .method(
                        "bool EqualsExact(DateTimeOffset other)",
                        (DateTimeOffset a, DateTimeOffset b) ->
                                a.equals(b) && a.offset().equals(b.offset()));
    }

    private static void numbers(TypeBuilder type) {
        type.method("long ToFileTime()", (DateTimeOffset t) -> DateTimeNumbers.toFileTime(t.utc()))
                .method(
                        "static DateTimeOffset FromFileTime(long fileTime)",
                        (Long n) -> DateTimeOffset.of(DateTimeNumbers.fromFileTime(n, DateTime.Kind.LOCAL)))
                .method(
                        "long ToUnixTimeSeconds()",
                        (DateTimeOffset t) -> t.utcTicks() / TimeSpan.TICKS_PER_SECOND - UNIX_SECONDS)
                .method(
                        "long ToUnixTimeMilliseconds()",
                        (DateTimeOffset t) -> t.utcTicks() / TimeSpan.TICKS_PER_MILLISECOND - UNIX_SECONDS * MILLIS)
                .method(
                        "static DateTimeOffset FromUnixTimeSeconds(long seconds)",
                        (Long n) -> fromUnix(n, -UNIX_SECONDS, LAST_UNIX_SECOND, TimeSpan.TICKS_PER_SECOND, "seconds"))
                .method(
                        "static DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)",
                        (Long n) -> fromUnix(
                                n,
                                -UNIX_SECONDS * MILLIS,
                                LAST_UNIX_SECOND * MILLIS + MILLIS - 1,
                                TimeSpan.TICKS_PER_MILLISECOND,
                                "milliseconds"));
    }

    private static DateTimeOffset fromUnix(long value, long least, long most, long unit, String parameter) {
        if (value < least || value > most) {
            throw DotNetException.outOfRange(
                    "Valid values are between " + least + " and " + most + ", inclusive.", parameter);
        }
        return DateTimeOffset.of(DateTime.of(value * unit + DateTime.EPOCH_TICKS, DateTime.Kind.UTC));
    }
}
