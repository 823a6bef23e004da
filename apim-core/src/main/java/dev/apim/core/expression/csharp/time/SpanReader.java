package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link TimeSpan} as .NET's {@code TimeSpan.Parse} and {@code ParseExact} do with the invariant culture. */
final class SpanReader {
    private static final Pattern HOURS = Pattern.compile("(?<h>\\d+):(?<m>\\d+)(:(?<s>\\d+)(\\.(?<f>\\d+))?)?");
    private static final Pattern DAYS =
            Pattern.compile("(?<d>\\d+)(\\.(?<h>\\d+):(?<m>\\d+)(:(?<s>\\d+)(\\.(?<f>\\d+))?)?)?");
    private static final Pattern LOCAL_DAYS =
            Pattern.compile("(?<d>\\d+):(?<h>\\d+):(?<m>\\d+)(:(?<s>\\d+)(\\.(?<f>\\d+))?)?");
    private static final Pattern CONSTANT =
            Pattern.compile("((?<d>\\d+)\\.)?(?<h>\\d+):(?<m>\\d+):(?<s>\\d+)(\\.(?<f>\\d+))?");
    private static final Pattern GENERAL =
            Pattern.compile("((?<d>\\d+):)?(?<h>\\d+):(?<m>\\d+)(:(?<s>\\d+)(\\.(?<f>\\d+))?)?");
    private static final Pattern LONG = Pattern.compile("(?<d>\\d+):(?<h>\\d+):(?<m>\\d+):(?<s>\\d+)\\.(?<f>\\d{7})");
    private static final int MOST_DAYS = 10_675_199;
    private static final int FRACTION_DIGITS = 7;
    private static final int MOST_DIGITS = 8;

    private SpanReader() {}

    static TimeSpan read(String text) {
        return among(text, List.of(HOURS, DAYS, LOCAL_DAYS));
    }

    static TimeSpan read(String text, String format, boolean negative) {
        if (format.isEmpty()) {
            throw DotNetException.format("Format specifier was invalid.");
        }
        if (format.length() > 1) {
            return SpanExactReader.read(text, format, negative);
        }
        return switch (format.charAt(0)) {
            case 'c', 't', 'T' -> among(text, List.of(CONSTANT, DAYS));
            case 'g' -> among(text, List.of(GENERAL));
            case 'G' -> among(text, List.of(LONG));
            default -> throw DotNetException.format("Format specifier was invalid.");
        };
    }

    private static TimeSpan among(String text, List<Pattern> patterns) {
        String stripped = text.strip();
        boolean negative = stripped.startsWith("-");
        String body = negative ? stripped.substring(1) : stripped;
        boolean matched = false;
        for (Pattern pattern : patterns) {
            Matcher match = pattern.matcher(body);
            if (match.matches()) {
                matched = true;
                TimeSpan span = span(match, pattern == HOURS, negative);
                if (span != null) {
                    return span;
                }
            }
        }
        throw matched ? tooLarge(text) : unrecognized(text);
    }

    private static @Nullable TimeSpan span(Matcher match, boolean withoutDays, boolean negative) {
        long days = withoutDays ? 0 : number(match.group("d"));
        String digits = match.group("f") == null ? "" : match.group("f");
        if (digits.length() > FRACTION_DIGITS) {
            return null;
        }
        long fraction = number(digits + "0".repeat(FRACTION_DIGITS - digits.length()));
        return of(
                days, number(match.group("h")), number(match.group("m")), number(match.group("s")), fraction, negative);
    }

    /** Absent of parts that are too large. */
    static @Nullable TimeSpan of(long days, long hours, long minutes, long seconds, long fraction, boolean negative) {
        if (days > MOST_DAYS || hours > 23 || minutes > 59 || seconds > 59) {
            return null;
        }
        long whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
        try {
            long size = Math.addExact(Math.multiplyExact(-whole, TimeSpan.TICKS_PER_SECOND), -fraction);
            return TimeSpan.of(negative ? size : Math.negateExact(size));
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static long number(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        String significant = digits.replaceFirst("^0+", "");
        return significant.isEmpty()
                ? 0
                : significant.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(significant);
    }

    static DotNetException unrecognized(String text) {
        return DotNetException.format("String '" + text + "' was not recognized as a valid TimeSpan.");
    }

    static DotNetException tooLarge(String text) {
        return DotNetException.overflow(
                "The TimeSpan string '" + text
                        + "' could not be parsed because at least one of the numeric components is out of range or contains too many digits.");
    }
}
