package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Formattable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code DateTime} and {@code DateTimeOffset} have in common. */
final class DateTimeParts {
    private static final int FIRST_OPTIONAL = 6;

    private DateTimeParts() {}

    /** Adds units with a fraction. */
    @FunctionalInterface
    interface Adding<T> {
        T plus(T time, double value, long unit);
    }

    static <T> void unit(TypeBuilder type, String name, String unit, long ticks, Adding<T> adding) {
        type.method(name + " Add" + unit + "(double value)", (T time, Double value) -> adding.plus(time, value, ticks));
    }

    /** The year down to the nanoseconds of what a clock shows. */
    static <T> void define(TypeBuilder type, Function<T, DateTime> clock) {
        type.property("int Year", (T t) -> clock.apply(t).localDate().getYear())
                .property("int Month", (T t) -> clock.apply(t).localDate().getMonthValue())
                .property("int Day", (T t) -> clock.apply(t).localDate().getDayOfMonth())
                .property("int DayOfYear", (T t) -> clock.apply(t).localDate().getDayOfYear())
                .property(
                        "DayOfWeek DayOfWeek",
                        (T t) -> Styles.DAY.of(clock.apply(t).dayOfWeek()))
                .property("int Hour", (T t) -> clock.apply(t).hour())
                .property("int Minute", (T t) -> clock.apply(t).minute())
                .property("int Second", (T t) -> clock.apply(t).second())
                .property(
                        "int Millisecond", (T t) -> (int) (clock.apply(t).fraction() / TimeSpan.TICKS_PER_MILLISECOND))
                .property("int Microsecond", (T t) ->
                        (int) (clock.apply(t).fraction() / TimeSpan.TICKS_PER_MICROSECOND % 1_000))
                .property(
                        "int Nanosecond",
                        (T t) -> (int) (clock.apply(t).fraction() % TimeSpan.TICKS_PER_MICROSECOND) * 100)
                .property("long Ticks", (T t) -> clock.apply(t).ticks())
                .property(
                        "TimeSpan TimeOfDay",
                        (T t) -> TimeSpan.of(clock.apply(t).timeTicks()));
    }

    static void texts(TypeBuilder type) {
        type.method("string ToString()", (Formattable t) -> t.format(null))
                .method("string ToString(string format)", (Formattable t, @Nullable String f) -> t.format(f))
                .method(
                        "string ToString(IFormatProvider provider)",
                        (Formattable t, @Nullable Object p) -> t.format(null))
                .method(
                        "string ToString(string format, IFormatProvider provider)",
                        (Formattable t, @Nullable String f, @Nullable Object p) -> t.format(f));
    }

    /**
     * A time of a constructor's arguments.
     *
     * @param fractions how many of millisecond and microsecond follow the second
     */
    static DateTime read(@Nullable Object[] a, int fractions, boolean withKind) {
        DateTime.Kind kind = withKind
                ? Styles.kind(Arguments.enumeration(a, FIRST_OPTIONAL + fractions))
                : DateTime.Kind.UNSPECIFIED;
        DateTime whole = DateTime.date(Arguments.number(a, 0), Arguments.number(a, 1), Arguments.number(a, 2), kind)
                .at(Arguments.number(a, 3), Arguments.number(a, 4), Arguments.number(a, 5));
        int milliseconds = fractions > 0 ? fraction(a, FIRST_OPTIONAL, "millisecond") : 0;
        int microseconds = fractions > 1 ? fraction(a, FIRST_OPTIONAL + 1, "microsecond") : 0;
        return whole.plusTicks(
                milliseconds * TimeSpan.TICKS_PER_MILLISECOND + microseconds * TimeSpan.TICKS_PER_MICROSECOND, "value");
    }

    private static int fraction(@Nullable Object[] a, int index, String parameter) {
        int value = Arguments.number(a, index);
        if (value < 0 || value > 999) {
            throw DotNetException.outOfRange("Valid values are between 0 and 999, inclusive.", parameter);
        }
        return value;
    }
}
