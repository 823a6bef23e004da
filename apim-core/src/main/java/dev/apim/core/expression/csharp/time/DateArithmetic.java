package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.time.LocalDate;

/** .NET's rules for adding to dates: days of a month that is too short are cut, fractions of units count to the tick. */
final class DateArithmetic {
    private static final int MOST_MONTHS = 120_000;
    private static final int MOST_YEARS = 10_000;

    private DateArithmetic() {}

    static DateTime plusMonths(DateTime time, int months) {
        if (Math.abs((long) months) > MOST_MONTHS) {
            throw DotNetException.outOfRange("Months value must be between +/-120000.", "months");
        }
        return moved(time, time.localDate().plusMonths(months), "months");
    }

    static DateTime plusYears(DateTime time, int years) {
        if (Math.abs((long) years) > MOST_YEARS) {
            throw DotNetException.outOfRange("Years value must be between +/-10000.", "years");
        }
        return moved(time, time.localDate().plusYears(years), "value");
    }

    private static DateTime moved(DateTime time, LocalDate date, String parameter) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw unrepresentable(parameter);
        }
        DateTime day = DateTime.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), time.kind());
        return day.plusTicks(time.timeTicks(), parameter);
    }

    /** Later by a number of units with a fraction. */
    static DateTime plus(DateTime time, double value, long unit) {
        return time.plusTicks(ticks(value, unit), "value");
    }

    static long ticks(double value, long unit) {
        if (!(Math.abs(value) <= Math.floorDiv(DateTime.MAX_TICKS, unit))) {
            throw DotNetException.outOfRange("Value to add was out of range.", "value");
        }
        long whole = (long) value;
        return whole * unit + (long) ((value - whole) * unit);
    }

    static DotNetException unrepresentable(String parameter) {
        return DotNetException.outOfRange(
                "The added or subtracted value results in an un-representable DateTime.", parameter);
    }
}
