package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import org.jspecify.annotations.Nullable;

/** {@code TimeZoneInfo.AdjustmentRule} and {@code TimeZoneInfo.TransitionTime}. */
final class ZoneRuleType {
    private ZoneRuleType() {}

    static void defineRule(TypeBuilder type) {
        type.property("DateTime DateStart", ZoneRule::from)
                .property("DateTime DateEnd", ZoneRule::to)
                .property("TimeSpan DaylightDelta", ZoneRule::delta)
                .property("TimeSpan BaseUtcOffsetDelta", (ZoneRule r) -> TimeSpan.ZERO)
                .property("TransitionTime DaylightTransitionStart", ZoneRule::begin)
                .property("TransitionTime DaylightTransitionEnd", ZoneRule::end)
                .method("bool Equals(AdjustmentRule other)", (ZoneRule r, @Nullable ZoneRule other) -> r.equals(other))
                .method("bool Equals(object obj)", (ZoneRule r, @Nullable Object other) -> r.equals(other))
                .method("int GetHashCode()", (ZoneRule r) -> r.from().hashCode())
                .refused("CreateAdjustmentRule", "only zones of a fixed offset can be made");
    }

    static void defineTransition(TypeBuilder type) {
        type.defaultValue(ZoneTransition.NONE)
                .property("DateTime TimeOfDay", ZoneTransition::time)
                .property("int Month", ZoneTransition::month)
                .property("int Week", ZoneTransition::week)
                .property("int Day", ZoneTransition::day)
                .property("DayOfWeek DayOfWeek", (ZoneTransition t) -> Styles.DAY.of(t.dayOfWeek()))
                .property("bool IsFixedDateRule", ZoneTransition::fixed)
                .method(
                        "static TransitionTime CreateFixedDateRule(DateTime timeOfDay, int month, int day)",
                        (DateTime time, Integer month, Integer day) ->
                                new ZoneTransition(timed(time), month(month), 1, ranged(day, 31, "day"), 0, true))
                .method(
                        "static TransitionTime CreateFloatingDateRule(DateTime timeOfDay, int month, int week, DayOfWeek dayOfWeek)",
                        (DateTime time, Integer month, Integer week, EnumValue day) -> new ZoneTransition(
                                timed(time), month(month), ranged(week, 5, "week"), 1, (int) day.value(), false))
                .method(
                        "bool Equals(TransitionTime other)",
                        (ZoneTransition t, ZoneTransition other) -> t.equals(other))
                .method("bool Equals(object obj)", (ZoneTransition t, @Nullable Object other) -> t.equals(other))
                .method("int GetHashCode()", (ZoneTransition t) -> t.month() ^ t.week() << 8)
                .method(
                        "bool operator ==(TransitionTime t1, TransitionTime t2)",
                        (ZoneTransition a, ZoneTransition b) -> a.equals(b))
                .method(
                        "bool operator !=(TransitionTime t1, TransitionTime t2)",
                        (ZoneTransition a, ZoneTransition b) -> !a.equals(b));
    }

    private static DateTime timed(DateTime time) {
        if (time.kind() != DateTime.Kind.UNSPECIFIED) {
            throw DotNetException.argument(
                    "The supplied DateTime must have the Kind property set to DateTimeKind.Unspecified.", "timeOfDay");
        }
        if (time.dayTicks() != 0 || time.ticks() % TimeSpan.TICKS_PER_MILLISECOND != 0) {
            throw DotNetException.argument(
                    "The supplied DateTime must have the Year, Month, and Day properties set to 1.  The time cannot be specified more precisely than whole milliseconds.",
                    "timeOfDay");
        }
        return time;
    }

    private static int month(int month) {
        if (month < 1 || month > 12) {
            throw DotNetException.outOfRange("The Month parameter must be in the range 1 through 12.", "month");
        }
        return month;
    }

    private static int ranged(int value, int most, String parameter) {
        if (value < 1 || value > most) {
            String name = parameter.equals("day") ? "Day" : "Week";
            throw DotNetException.outOfRange(
                    "The " + name + " parameter must be in the range 1 through " + most + ".", parameter);
        }
        return value;
    }
}
