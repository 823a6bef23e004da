package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a {@link DateTime} or {@link DateTimeOffset} by .NET's standard and custom formats of the invariant culture. */
final class DateTimeText {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    static final int SHORT_NAME = 3;
    private static final int FRACTION_DIGITS = 7;
    private static final int TYPICAL_LENGTH = 40;

    private final DateTime time;
    private final @Nullable TimeSpan offset;
    private final LocalDate date;
    private final StringBuilder out = new StringBuilder(TYPICAL_LENGTH);

    private DateTimeText(DateTime time, @Nullable TimeSpan offset) {
        this.time = time;
        this.offset = offset;
        this.date = time.localDate();
    }

    /**
     * The text.
     *
     * @param time what the clock shows
     * @param offset its distance from UTC, absent of a {@link DateTime}
     * @param format null or empty for the general one
     */
    static String format(DateTime time, @Nullable TimeSpan offset, @Nullable String format) {
        String general = offset == null ? "MM/dd/yyyy HH:mm:ss" : "MM/dd/yyyy HH:mm:ss zzz";
        String pattern = format == null || format.isEmpty() ? general : format;
        if (pattern.length() > 1) {
            return new DateTimeText(time, offset).custom(pattern);
        }
        char standard = pattern.charAt(0);
        if (standard == 'U' && offset != null) {
            throw TimeSpanText.invalid();
        }
        boolean toUtc = offset != null && "uUrR".indexOf(standard) >= 0;
        DateTime shown = toUtc && offset != null ? DateTime.of(time.ticks() - offset.ticks(), time.kind()) : time;
        return new DateTimeText(shown, offset).custom(pattern(standard));
    }

    /** What a standard format stands for. */
    static String pattern(char standard) {
        return switch (standard) {
            case 'd' -> "MM/dd/yyyy";
            case 'D' -> "dddd, dd MMMM yyyy";
            case 'f' -> "dddd, dd MMMM yyyy HH:mm";
            case 'F', 'U' -> "dddd, dd MMMM yyyy HH:mm:ss";
            case 'g' -> "MM/dd/yyyy HH:mm";
            case 'G' -> "MM/dd/yyyy HH:mm:ss";
            case 'm', 'M' -> "MMMM dd";
            case 'o', 'O' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";
            case 'r', 'R' -> "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
            case 's' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
            case 't' -> "HH:mm";
            case 'T' -> "HH:mm:ss";
            case 'u' -> "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
            case 'y', 'Y' -> "yyyy MMMM";
            default -> throw TimeSpanText.invalid();
        };
    }

    private String custom(String format) {
        FormatScan scan = new FormatScan(format);
        while (scan.hasNext()) {
            char sign = scan.next();
            switch (sign) {
                case '\'', '"' -> scan.quoted(sign, out);
                case '\\' -> out.append(scan.escaped());
                case '%' -> scan.percent();
                case 'K' -> out.append(kind());
                case ':', '/' -> out.append(sign);
                default -> {
                    if ("dMyhHmsfFtgz".indexOf(sign) >= 0) {
                        run(sign, scan.repeat(sign));
                    } else {
                        out.append(sign);
                    }
                }
            }
        }
        return out.toString();
    }

    private void run(char sign, int count) {
        switch (sign) {
            case 'd' -> named(date.getDayOfMonth(), DAYS, time.dayOfWeek(), count);
            case 'M' -> named(date.getMonthValue(), MONTHS, date.getMonthValue() - 1, count);
            case 'y' -> TimeSpanText.padded(count <= 2 ? date.getYear() % 100 : date.getYear(), count, out);
            case 'h' -> number((time.hour() + 11) % 12 + 1, count);
            case 'H' -> number(time.hour(), count);
            case 'm' -> number(time.minute(), count);
            case 's' -> number(time.second(), count);
            case 't' -> out.append(time.hour() < 12 ? "AM" : "PM", 0, Math.min(count, 2));
            case 'g' -> out.append("A.D.");
            case 'z' -> out.append(zone(count));
            default -> fraction(sign, count);
        }
    }

    private void number(int number, int count) {
        TimeSpanText.padded(number, Math.min(count, 2), out);
    }

    private void named(int number, List<String> names, int index, int count) {
        if (count <= 2) {
            number(number, count);
            return;
        }
        String name = names.get(index);
        out.append(name, 0, count == SHORT_NAME ? SHORT_NAME : name.length());
    }

    private void fraction(char sign, int count) {
        if (count > FRACTION_DIGITS) {
            throw TimeSpanText.invalid();
        }
        int last = out.length() - 1;
        TimeSpanText.padded(time.fraction(), FRACTION_DIGITS, out);
        out.setLength(last + 1 + count);
        if (sign == 'F') {
            while (out.length() > last + 1 && out.charAt(out.length() - 1) == '0') {
                out.setLength(out.length() - 1);
            }
            if (out.length() == last + 1 && last >= 0 && out.charAt(last) == '.') {
                out.setLength(last);
            }
        }
    }

    private String kind() {
        if (offset != null) {
            return zone(SHORT_NAME);
        }
        return switch (time.kind()) {
            case UTC -> "Z";
            case LOCAL -> zone(SHORT_NAME);
            case UNSPECIFIED -> "";
        };
    }

    private String zone(int count) {
        long minutes = offset == null ? 0 : offset.ticks() / TimeSpan.TICKS_PER_MINUTE;
        String hours = (minutes < 0 ? "-" : "+") + TimeSpanText.padded(Math.abs(minutes) / 60, Math.min(count, 2));
        return count < SHORT_NAME ? hours : hours + ":" + TimeSpanText.padded(Math.abs(minutes) % 60, 2);
    }

    /** Of a text that is no date. */
    static DotNetException unrecognized(String text) {
        return DotNetException.format("String '" + text + "' was not recognized as a valid DateTime.");
    }
}
