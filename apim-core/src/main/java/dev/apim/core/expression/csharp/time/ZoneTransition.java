package dev.apim.core.expression.csharp.time;

import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransitionRule;

/**
 * .NET's {@code TimeZoneInfo.TransitionTime}: when in each year the clock is changed. Immutable.
 *
 * @param time of the day, on the first of January of the year 1
 * @param week 1 to 4, 5 for the last; of a fixed date 1
 * @param day of the month; of a floating date 1
 * @param dayOfWeek Sunday is 0; of a fixed date 0
 */
record ZoneTransition(DateTime time, int month, int week, int day, int dayOfWeek, boolean fixed) {
    static final ZoneTransition NONE = new ZoneTransition(DateTime.MIN, 0, 0, 0, 0, false);
    private static final int ANY_YEAR = 2024;

    static ZoneTransition of(ZoneOffsetTransitionRule rule) {
        LocalDateTime shown = rule.createTransition(ANY_YEAR).getDateTimeBefore();
        DateTime time = DateTime.date(1, 1, 1, DateTime.Kind.UNSPECIFIED)
                .at(shown.getHour(), shown.getMinute(), shown.getSecond());
        int month = shown.getMonthValue();
        if (rule.getDayOfWeek() == null) {
            return new ZoneTransition(time, month, 1, shown.getDayOfMonth(), 0, true);
        }
        int first = rule.getDayOfMonthIndicator();
        int week = first < 0 ? 5 : (first - 1) / 7 + 1;
        return new ZoneTransition(time, month, week, 1, shown.getDayOfWeek().getValue() % 7, false);
    }

    @Override
    public String toString() {
        return "System.TimeZoneInfo+TransitionTime";
    }
}
