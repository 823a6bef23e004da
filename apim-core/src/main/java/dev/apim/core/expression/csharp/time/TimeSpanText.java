package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** Writes a {@link TimeSpan} by .NET's standard and custom formats. */
final class TimeSpanText {
    private static final int FRACTION_DIGITS = 7;

    private final boolean negative;
    private final long days;
    private final int hours;
    private final int minutes;
    private final int seconds;
    private final int fraction;

    private TimeSpanText(TimeSpan span) {
        long day = span.ticks() / TimeSpan.TICKS_PER_DAY;
        long time = span.ticks() % TimeSpan.TICKS_PER_DAY;
        negative = span.ticks() < 0;
        days = Math.abs(day);
        long rest = Math.abs(time);
        hours = (int) (rest / TimeSpan.TICKS_PER_HOUR);
        minutes = (int) (rest / TimeSpan.TICKS_PER_MINUTE % 60);
        seconds = (int) (rest / TimeSpan.TICKS_PER_SECOND % 60);
        fraction = (int) (rest % TimeSpan.TICKS_PER_SECOND);
    }

    static String format(TimeSpan span, @Nullable String format) {
        TimeSpanText text = new TimeSpanText(span);
        if (format == null || format.isEmpty()) {
            return text.constant();
        }
        if (format.length() > 1) {
            return text.custom(format);
        }
        return switch (format.charAt(0)) {
            case 'c', 't', 'T' -> text.constant();
            case 'g' -> text.general(false);
            case 'G' -> text.general(true);
            default -> throw invalid();
        };
    }

    static DotNetException invalid() {
        return DotNetException.format("Input string was not in a correct format.");
    }

    private String constant() {
        return (negative ? "-" : "")
                + (days == 0 ? "" : days + ".")
                + padded(hours, 2)
                + ':'
                + padded(minutes, 2)
                + ':'
                + padded(seconds, 2)
                + (fraction == 0 ? "" : "." + padded(fraction, FRACTION_DIGITS));
    }

    private String general(boolean isLong) {
        String digits = padded(fraction, FRACTION_DIGITS);
        String shown = isLong ? digits : withoutZeros(digits);
        return (negative ? "-" : "")
                + (isLong || days != 0 ? days + ":" : "")
                + padded(hours, isLong ? 2 : 1)
                + ':'
                + padded(minutes, 2)
                + ':'
                + padded(seconds, 2)
                + (shown.isEmpty() ? "" : "." + shown);
    }

    private String custom(String format) {
        StringBuilder out = new StringBuilder();
        FormatScan scan = new FormatScan(format);
        while (scan.hasNext()) {
            char sign = scan.next();
            switch (sign) {
                case 'h' -> out.append(padded(hours, scan.repeat(sign, 2)));
                case 'm' -> out.append(padded(minutes, scan.repeat(sign, 2)));
                case 's' -> out.append(padded(seconds, scan.repeat(sign, 2)));
                case 'd' -> out.append(padded(days, scan.repeat(sign, 8)));
                case 'f' -> out.append(padded(fraction, FRACTION_DIGITS), 0, scan.repeat(sign, FRACTION_DIGITS));
                case 'F' ->
                    out.append(withoutZeros(
                            padded(fraction, FRACTION_DIGITS).substring(0, scan.repeat(sign, FRACTION_DIGITS))));
                case '\'', '"' -> out.append(scan.quoted(sign));
                case '%' -> scan.percent();
                case '\\' -> out.append(scan.escaped());
                default -> throw invalid();
            }
        }
        return out.toString();
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }

    /** The same behind a text; the number is not negative. */
    static void padded(long number, int width, StringBuilder out) {
        long next = 10;
        for (int digits = 1; digits < width; digits++) {
            if (number < next) {
                out.append('0');
            }
            next *= 10;
        }
        out.append(number);
    }

    static String withoutZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
