package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a date and time in the ways that .NET's {@code DateTime.Parse} takes with the invariant culture: ISO 8601, RFC 1123, month before
 * day in numbers, names of months and days of the week, parts left out. Mutable; of one thread.
 */
final class TimeReader {
    private static final int MOST_DIGITS = 8;

    private final String text;
    private final TimeParts parts;
    private final List<DateNumbers.Reading> numbers = new ArrayList<>();
    private int at;
    private boolean iso;

    private TimeReader(String text) {
        this.text = text;
        this.parts = new TimeParts(text);
    }

    static TimeParts read(String text) {
        TimeReader reader = new TimeReader(text);
        reader.all();
        return reader.parts;
    }

    private void all() {
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (isDigit(at)) {
                number();
            } else if (isLetter(sign)) {
                word();
            } else if ((sign == '+' || sign == '-') && endsDate()) {
                offset();
            } else if (Character.isWhitespace(sign) || sign == ',' || isSeparator(sign)) {
                at++;
            } else if (sign == 0 && text.substring(at).chars().allMatch(c -> c == 0)) {
                at = text.length();
            } else {
                throw DateTimeText.unrecognized(text);
            }
        }
        boolean hasDate = DateNumbers.apply(parts, numbers, iso);
        if (!hasDate && parts.hour == TimeParts.ABSENT) {
            throw DateTimeText.unrecognized(text);
        }
    }

    /** A separator of a date stands between two of its parts. */
    private boolean isSeparator(char sign) {
        boolean before = at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ' ');
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean after = next < text.length() && Character.isLetterOrDigit(text.charAt(next));
        return (sign == '/' || sign == '-' || sign == '.')
                && before
                && after
                && !(parts.hour != TimeParts.ABSENT && numbers.size() == 3);
    }

    private boolean endsDate() {
        return parts.offset == null
                && (parts.hour != TimeParts.ABSENT
                        ? !(numbers.size() == 1 || numbers.size() == 2) || parts.month != TimeParts.ABSENT
                        : numbers.size() == 3);
    }

    private void number() {
        int start = at;
        int value = digits(MOST_DIGITS);
        int length = at - start;
        if (at < text.length() && text.charAt(at) == ':' && parts.hour == TimeParts.ABSENT) {
            time(value, length);
        } else if (parts.hour == TimeParts.ABSENT && isHalfAhead()) {
            hour(value, length);
        } else {
            numbers.add(new DateNumbers.Reading(value, length, parts.month != TimeParts.ABSENT));
        }
    }

    private void time(int hour, int length) {
        hour(hour, length);
        at++;
        parts.minute = twoDigits();
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            parts.second = twoDigits();
            if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
                at++;
                fraction();
            }
        }
    }

    private void hour(int hour, int length) {
        if (length > 2) {
            throw DateTimeText.unrecognized(text);
        }
        parts.hour = hour;
    }

    private void fraction() {
        double value = 0;
        double unit = 0.1;
        while (isDigit(at)) {
            value += (text.charAt(at++) - '0') * unit;
            unit *= 0.1;
        }
        parts.fraction = Math.round(value * TimeSpan.TICKS_PER_SECOND);
    }

    private int twoDigits() {
        int start = at;
        int value = digits(2);
        if (at == start) {
            throw DateTimeText.unrecognized(text);
        }
        return value;
    }

    private boolean isHalfAhead() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        String rest = text.substring(next).toUpperCase(Locale.ROOT);
        return (rest.startsWith("AM") || rest.startsWith("PM")) && (rest.length() == 2 || !isLetter(rest.charAt(2)));
    }

    private void word() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        int month = index(DateTimeText.MONTHS, word);
        int weekday = index(DateTimeText.DAYS, word);
        if (month >= 0 && parts.month == TimeParts.ABSENT) {
            parts.month = month + 1;
        } else if (weekday >= 0 && parts.weekday == TimeParts.ABSENT) {
            parts.weekday = weekday;
        } else {
            sign(word.toUpperCase(Locale.ROOT), start);
        }
    }

    private void sign(String word, int start) {
        boolean afterTime = parts.hour != TimeParts.ABSENT && parts.half == TimeParts.ABSENT;
        switch (word) {
            case "AM", "PM", "A", "P" -> {
                require(afterTime);
                parts.half = word.charAt(0) == 'A' ? 0 : 1;
            }
            case "T" -> {
                require(numbers.size() == 3 && parts.hour == TimeParts.ABSENT && isDigit(at));
                iso = true;
            }
            case "Z", "GMT" -> {
                require(parts.offset == null && (parts.hour != TimeParts.ABSENT || numbers.size() == 3));
                parts.utc();
            }
            default -> throw start > 0 && isDigit(start - 1) ? DateTimeText.unrecognized(text) : unknown(start);
        }
    }

    private DotNetException unknown(int start) {
        return DotNetException.format("The string '" + text
                + "' was not recognized as a valid DateTime. There is an unknown word starting at index '" + start
                + "'.");
    }

    private void require(boolean fits) {
        if (!fits) {
            throw DateTimeText.unrecognized(text);
        }
    }

    /** {@code +h}, {@code +hh}, {@code +hhmm}, {@code +hh:mm}. */
    private void offset() {
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int start = at;
        int value = digits(4);
        int length = at - start;
        require(length > 0);
        int minutes = length > 2 ? value % 100 : 0;
        int hours = length > 2 ? value / 100 : value;
        if (length <= 2 && at < text.length() && text.charAt(at) == ':') {
            at++;
            minutes = twoDigits();
        }
        require(minutes < 60);
        parts.zone(TimeSpan.of(sign * (hours * 60L + minutes) * TimeSpan.TICKS_PER_MINUTE));
    }

    private int digits(int most) {
        int value = 0;
        int end = at + most;
        while (at < end && isDigit(at)) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        require(!isDigit(at));
        return value;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    /** Which of the names this is, whole or its first three letters. */
    static int index(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.equalsIgnoreCase(word)
                    || name.substring(0, DateTimeText.SHORT_NAME).equalsIgnoreCase(word)) {
                return i;
            }
        }
        return -1;
    }
}
