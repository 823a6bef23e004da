package dev.apim.core.expression.csharp.time;

import dev.apim.Time;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What was read of a date and time, and how it becomes one. Mutable; of one thread. */
final class TimeParts {
    static final int ABSENT = -1;
    private static final int LAST_SHORT_YEAR = 2049;
    private static final int HALF_DAY = 12;

    final String text;
    int year = ABSENT;
    int month = ABSENT;
    int day = ABSENT;
    int hour = ABSENT;
    int minute = ABSENT;
    int second = ABSENT;
    int weekday = ABSENT;
    int half = ABSENT;
    long fraction;

    @Nullable
    TimeSpan offset;

    boolean isUtc;

    TimeParts(String text) {
        this.text = text;
    }

    /** A year of two digits lies in the hundred years up to 2049. */
    static int fullYear(int year) {
        int full = LAST_SHORT_YEAR - LAST_SHORT_YEAR % 100 + year;
        return full > LAST_SHORT_YEAR ? full - 100 : full;
    }

    void zone(TimeSpan distance) {
        offset = distance;
        isUtc = false;
    }

    void utc() {
        offset = TimeSpan.ZERO;
        isUtc = true;
    }

    DateTime dateTime(Styles styles, Time time) {
        DateTime read = clock(styles, time);
        if (offset != null) {
            DateTime.Kind kind =
                    styles.adjusts() || (styles.keepsKind() && isUtc) ? DateTime.Kind.UTC : DateTime.Kind.LOCAL;
            return shifted(read, offset).withKind(kind);
        }
        if (styles.assumesLocal() || styles.assumesUniversal()) {
            return read.withKind(styles.adjusts() ? DateTime.Kind.UTC : DateTime.Kind.LOCAL);
        }
        return read;
    }

    private DateTime shifted(DateTime read, TimeSpan distance) {
        long ticks = read.ticks() - distance.ticks();
        if (!DateTime.isValid(ticks)) {
            throw DotNetException.format("The DateTime represented by the string '" + text + "' is out of range.");
        }
        return DateTime.of(ticks, read.kind());
    }

    DateTimeOffset dateTimeOffset(Styles styles, Time time) {
        DateTime read = clock(styles, time);
        TimeSpan distance = offset == null ? TimeSpan.ZERO : offset;
        if (Math.abs(distance.ticks()) > 14 * TimeSpan.TICKS_PER_HOUR) {
            throw DotNetException.format(
                    "The time zone offset of string '" + text + "' must be within plus or minus, 14 hours.");
        }
        if (!DateTime.isValid(read.ticks() - distance.ticks())) {
            throw DotNetException.format(
                    "The UTC representation of the date '" + text + "' falls outside the year range 1-9999.");
        }
        DateTimeOffset result = DateTimeOffset.of(read, distance);
        return styles.adjusts() ? DateTimeOffset.of(result.utc()) : result;
    }

    private DateTime clock(Styles styles, Time time) {
        complete(styles, time);
        applyHalf();
        if (!DateTime.isDate(year, month, day) || !DateTime.isTime(hour, minute, second)) {
            throw DotNetException.format("The DateTime represented by the string '" + text
                    + "' is not supported in calendar 'System.Globalization.GregorianCalendar'.");
        }
        DateTime read =
                DateTime.date(year, month, day, DateTime.Kind.UNSPECIFIED).at(hour, minute, second);
        if (!DateTime.isValid(read.ticks() + fraction)) {
            throw DotNetException.format("The DateTime represented by the string '" + text + "' is out of range.");
        }
        if (weekday != ABSENT && weekday != read.dayOfWeek()) {
            throw DotNetException.format("String '" + text
                    + "' was not recognized as a valid DateTime because the day of week was incorrect.");
        }
        return DateTime.of(read.ticks() + fraction, DateTime.Kind.UNSPECIFIED);
    }

    private void complete(Styles styles, Time time) {
        if (year == ABSENT || month == ABSENT || day == ABSENT) {
            LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
            boolean nothing = year == ABSENT && month == ABSENT && day == ABSENT;
            boolean isToday = nothing && !styles.withoutToday();
            year = year != ABSENT ? year : nothing && styles.withoutToday() ? 1 : today.getYear();
            month = month != ABSENT ? month : isToday ? today.getMonthValue() : 1;
            day = day != ABSENT ? day : isToday ? today.getDayOfMonth() : 1;
        }
        hour = hour == ABSENT ? 0 : hour;
        minute = minute == ABSENT ? 0 : minute;
        second = second == ABSENT ? 0 : second;
    }

    private void applyHalf() {
        if (half == ABSENT) {
            return;
        }
        if (half == 0 && hour > HALF_DAY) {
            throw DateTimeText.unrecognized(text);
        }
        if (half == 0 && hour == HALF_DAY) {
            hour = 0;
        } else if (half == 1 && hour < HALF_DAY) {
            hour += HALF_DAY;
        }
    }
}
