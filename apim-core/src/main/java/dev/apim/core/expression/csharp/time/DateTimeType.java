package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;

/** {@code System.DateTime}. */
final class DateTimeType {
    private static final String PARTS = "(int year, int month, int day, int hour, int minute, int second";

    private DateTimeType() {}

    static void define(TypeBuilder type) {
        type.defaultValue(DateTime.MIN);
        TimeLibrary.ordered(type, "DateTime", DateTime.class);
        statics(type);
        constructors(type);
        parts(type);
        adding(type);
        kinds(type);
        DateTimeNumbers.define(type);
        DateTimeParsing.define(type);
        texts(type);
    }

    private static void statics(TypeBuilder type) {
        type.staticProperty("DateTime MinValue", () -> DateTime.MIN)
                .staticProperty("DateTime MaxValue", () -> DateTime.MAX)
                .staticProperty("DateTime UnixEpoch", () -> DateTime.UNIX_EPOCH)
                .staticPropertyWith(
                        "DateTime UtcNow",
                        (call, a) -> DateTime.from(call.evaluation().time().now()))
                .staticPropertyWith(
                        "DateTime Now",
                        (call, a) ->
                                DateTime.from(call.evaluation().time().now()).withKind(DateTime.Kind.LOCAL))
                .staticPropertyWith(
                        "DateTime Today",
                        (call, a) -> midnight(
                                DateTime.from(call.evaluation().time().now()).withKind(DateTime.Kind.LOCAL)))
                .method("static bool IsLeapYear(int year)", (Integer year) -> {
                    if (year < 1 || year > 9999) {
                        throw DotNetException.outOfRange("Year must be between 1 and 9999.", "year");
                    }
                    return java.time.Year.isLeap(year);
                })
                .method("static int DaysInMonth(int year, int month)", DateTimeType::daysInMonth);
    }

    private static Integer daysInMonth(Integer year, Integer month) {
        if (month < 1 || month > 12) {
            throw DotNetException.outOfRange("Month must be between one and twelve.", "month");
        }
        if (year < 1 || year > 9999) {
            throw DotNetException.outOfRange("Year must be between 1 and 9999.", "year");
        }
        return java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    private static DateTime midnight(DateTime time) {
        return DateTime.of(time.dayTicks(), time.kind());
    }

    private static void constructors(TypeBuilder type) {
        DateTime.Kind none = DateTime.Kind.UNSPECIFIED;
        type.method("()", () -> DateTime.MIN)
                .method("(long ticks)", (Long ticks) -> DateTime.of(ticks, none))
                .method(
                        "(long ticks, DateTimeKind kind)",
                        (Long ticks, EnumValue kind) -> DateTime.of(ticks, Styles.kind(kind)))
                .method(
                        "(int year, int month, int day)",
                        (Integer y, Integer m, Integer d) -> DateTime.date(y, m, d, none))
                .methodWith(PARTS + ")", (call, a) -> DateTimeParts.read(a, 0, false))
                .methodWith(PARTS + ", DateTimeKind kind)", (call, a) -> DateTimeParts.read(a, 0, true))
                .methodWith(PARTS + ", int millisecond)", (call, a) -> DateTimeParts.read(a, 1, false))
                .methodWith(
                        PARTS + ", int millisecond, DateTimeKind kind)", (call, a) -> DateTimeParts.read(a, 1, true))
                .methodWith(PARTS + ", int millisecond, int microsecond)", (call, a) -> DateTimeParts.read(a, 2, false))
                .methodWith(
                        PARTS + ", int millisecond, int microsecond, DateTimeKind kind)",
                        (call, a) -> DateTimeParts.read(a, 2, true));
    }

    private static void parts(TypeBuilder type) {
        DateTimeParts.define(type, (DateTime t) -> t);
        type.property("DateTime Date", (DateTime t) -> midnight(t))
                .property(
                        "DateTimeKind Kind",
                        (DateTime t) -> Styles.KIND.of(t.kind().number()))
                .method(
                        "void Deconstruct(out int year, out int month, out int day)",
                        (DateTime t, Ref<Integer> year, Ref<Integer> month, Ref<Integer> day) -> {
                            year.value = t.localDate().getYear();
                            month.value = t.localDate().getMonthValue();
                            day.value = t.localDate().getDayOfMonth();
                            return null;
                        });
    }

    private static void adding(TypeBuilder type) {
        DateTimeParts.unit(type, "DateTime", "Days", TimeSpan.TICKS_PER_DAY, DateArithmetic::plus);
        DateTimeParts.unit(type, "DateTime", "Hours", TimeSpan.TICKS_PER_HOUR, DateArithmetic::plus);
        DateTimeParts.unit(type, "DateTime", "Minutes", TimeSpan.TICKS_PER_MINUTE, DateArithmetic::plus);
        DateTimeParts.unit(type, "DateTime", "Seconds", TimeSpan.TICKS_PER_SECOND, DateArithmetic::plus);
        DateTimeParts.unit(type, "DateTime", "Milliseconds", TimeSpan.TICKS_PER_MILLISECOND, DateArithmetic::plus);
        DateTimeParts.unit(type, "DateTime", "Microseconds", TimeSpan.TICKS_PER_MICROSECOND, DateArithmetic::plus);
        type.method("DateTime AddTicks(long value)", (DateTime t, Long ticks) -> t.plusTicks(ticks, "value"))
                .method("DateTime AddMonths(int months)", (DateTime t, Integer n) -> DateArithmetic.plusMonths(t, n))
                .method("DateTime AddYears(int value)", (DateTime t, Integer n) -> DateArithmetic.plusYears(t, n))
                .method("DateTime Add(TimeSpan value)", (DateTime t, TimeSpan s) -> t.plusTicks(s.ticks(), "value"))
                .method("DateTime Subtract(TimeSpan value)", (DateTime t, TimeSpan s) -> minus(t, s, "value"))
                .method("TimeSpan Subtract(DateTime value)", (DateTime a, DateTime b) -> difference(a, b))
                .method(
                        "DateTime operator +(DateTime d, TimeSpan t)",
                        (DateTime t, TimeSpan s) -> t.plusTicks(s.ticks(), "t"))
                .method("DateTime operator -(DateTime d, TimeSpan t)", (DateTime t, TimeSpan s) -> minus(t, s, "t"))
                .method("TimeSpan operator -(DateTime d1, DateTime d2)", (DateTime a, DateTime b) -> difference(a, b));
    }

    private static DateTime minus(DateTime time, TimeSpan span, String parameter) {
        if (span.ticks() == Long.MIN_VALUE) {
            throw DateArithmetic.unrepresentable(parameter);
        }
        return time.plusTicks(-span.ticks(), parameter);
    }

    private static TimeSpan difference(DateTime a, DateTime b) {
        return TimeSpan.of(a.ticks() - b.ticks());
    }

    private static void kinds(TypeBuilder type) {
        type.method(
                        "static DateTime SpecifyKind(DateTime value, DateTimeKind kind)",
                        (DateTime t, EnumValue kind) -> t.withKind(Styles.kind(kind)))
                .method("DateTime ToUniversalTime()", (DateTime t) -> t.withKind(DateTime.Kind.UTC))
                .method("DateTime ToLocalTime()", (DateTime t) -> t.withKind(DateTime.Kind.LOCAL))
                .method("bool IsDaylightSavingTime()", (DateTime t) -> false);
    }

    private static void texts(TypeBuilder type) {
        DateTimeParts.texts(type);
        type.method("string ToLongDateString()", (DateTime t) -> t.format("D"))
                .method("string ToLongTimeString()", (DateTime t) -> t.format("T"))
                .method("string ToShortDateString()", (DateTime t) -> t.format("d"))
                .method("string ToShortTimeString()", (DateTime t) -> t.format("t"))
                .refused("GetDateTimeFormats", "its result differs from system to system; use ToString(format)")
                .refused("TryFormat", "it writes into a span; use ToString(format)");
    }
}
