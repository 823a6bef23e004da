package dev.apim.core.expression.csharp.time;

import dev.apim.Time;
import org.jspecify.annotations.Nullable;

/** Texts read as dates and time spans, as .NET's {@code Parse} reads them with the invariant culture; for other families. */
public final class TimeTexts {
    private TimeTexts() {}

    /**
     * A {@code DateTime}.
     *
     * @param time what tells today's date where a text has only a time; without it such a text is refused
     * @throws dev.apim.core.expression.csharp.value.DotNetException a {@code FormatException}
     */
    public static DateTime dateTime(String text, @Nullable Time time) {
        TimeParts parts = TimeReader.read(text);
        if (time == null && parts.year == TimeParts.ABSENT) {
            throw DateTimeText.unrecognized(text);
        }
        return time == null ? dated(parts) : parts.dateTime(Styles.NONE, time);
    }

    @SuppressWarnings("NullAway") // with a year the clock is asked for nothing else than the year
    private static DateTime dated(TimeParts parts) {
        if (parts.month == TimeParts.ABSENT || parts.day == TimeParts.ABSENT) {
            parts.month = Math.max(parts.month, 1);
            parts.day = Math.max(parts.day, 1);
        }
        return parts.dateTime(Styles.NONE, null);
    }

    /** A {@code DateTimeOffset}. */
    public static DateTimeOffset offset(String text, Time time) {
        return TimeReader.read(text).dateTimeOffset(Styles.NONE, time);
    }

    /** A {@code TimeSpan}. */
    public static TimeSpan span(String text) {
        return SpanReader.read(text);
    }
}
