package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in JSON: which texts Json.NET takes for one, and how it writes one. */
final class Dates {
    private static final int SHORTEST = 19;
    private static final int LONGEST = 40;
    private static final int TIME_AT = 10;
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,7}+))?+"
                    + "(Z|z|[-+]\\d\\d(?::?\\d\\d)?|[-+]\\d\\d:|\\d\\d)?");
    private static final Pattern MICROSOFT = Pattern.compile("/Date\\((-?\\d{1,18})(?:([-+])(\\d\\d)(\\d\\d)?)?\\)/");

    private Dates() {}

    /** The date that a text is; null where Json.NET leaves it a text. */
    static @Nullable DateTime read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '/') {
            return microsoft(text);
        }
        boolean mayBe = text.length() >= SHORTEST
                && text.length() <= LONGEST
                && Character.isDigit(text.charAt(0))
                && text.charAt(TIME_AT) == 'T';
        return mayBe ? iso(text) : null;
    }

    private static @Nullable DateTime iso(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        int[] part = new int[6];
        for (int i = 0; i < part.length; i++) {
            part[i] = Integer.parseInt(parts.group(i + 1));
        }
        String digits = parts.group(7) == null ? "" : parts.group(7);
        int fraction = Integer.parseInt((digits + "0000000").substring(0, 7));
        boolean midnight = part[3] == 24 && part[4] == 0 && part[5] == 0 && fraction == 0;
        if (part[0] < 1 || part[4] > 59 || part[5] > 59 || (part[3] > 23 && !midnight)) {
            return null;
        }
        long ticks = day(part[0], part[1], part[2]);
        if (ticks < 0) {
            return null;
        }
        ticks += part[3] * TimeSpan.TICKS_PER_HOUR
                + part[4] * TimeSpan.TICKS_PER_MINUTE
                + part[5] * TimeSpan.TICKS_PER_SECOND
                + fraction;
        return zoned(ticks, parts.group(8));
    }

    private static long day(int year, int month, int day) {
        try {
            long days = java.time.LocalDate.of(year, month, day).toEpochDay();
            return DateTime.UNIX_EPOCH.ticks() + days * TimeSpan.TICKS_PER_DAY;
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private static DateTime zoned(long ticks, @Nullable String zone) {
        if (zone == null || Character.isDigit(zone.charAt(0))) {
            return within(ticks, DateTime.Kind.UNSPECIFIED);
        }
        if (zone.equalsIgnoreCase("Z")) {
            return within(ticks, DateTime.Kind.UTC);
        }
        String digits = zone.substring(1).replace(":", "");
        long offset = Integer.parseInt(digits.substring(0, 2)) * TimeSpan.TICKS_PER_HOUR;
        if (digits.length() > 2) {
            offset += Integer.parseInt(digits.substring(2)) * TimeSpan.TICKS_PER_MINUTE;
        }
        return within(zone.charAt(0) == '-' ? ticks + offset : ticks - offset, DateTime.Kind.LOCAL);
    }

    private static DateTime within(long ticks, DateTime.Kind kind) {
        return DateTime.of(Math.max(0, Math.min(ticks, DateTime.MAX.ticks())), kind);
    }

    private static @Nullable DateTime microsoft(String text) {
        Matcher parts = MICROSOFT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        long ticks;
        try {
            ticks = Math.addExact(
                    DateTime.UNIX_EPOCH.ticks(),
                    Math.multiplyExact(Long.parseLong(parts.group(1)), TimeSpan.TICKS_PER_MILLISECOND));
        } catch (ArithmeticException e) {
            return null;
        }
        boolean fits = ticks >= 0 && ticks <= DateTime.MAX.ticks();
        return fits ? DateTime.of(ticks, parts.group(2) == null ? DateTime.Kind.UTC : DateTime.Kind.LOCAL) : null;
    }

    /** A date as JSON has it: with what fraction there is, and its zone. */
    static String iso(Object date) {
        if (date instanceof DateTimeOffset offset) {
            return clock(offset.clock()) + zone(offset.offset());
        }
        DateTime time = (DateTime) date;
        return clock(time)
                + switch (time.kind()) {
                    case UTC -> "Z";
                    case LOCAL -> "+00:00";
                    case UNSPECIFIED -> "";
                };
    }

    private static String clock(DateTime time) {
        return time.format("yyyy-MM-ddTHH:mm:ss.FFFFFFF");
    }

    private static String zone(TimeSpan offset) {
        long minutes = Math.abs(offset.ticks() / TimeSpan.TICKS_PER_MINUTE);
        return String.format(Locale.ROOT, "%s%02d:%02d", offset.ticks() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}
