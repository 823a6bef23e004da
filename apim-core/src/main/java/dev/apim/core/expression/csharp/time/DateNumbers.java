package dev.apim.core.expression.csharp.time;

import java.util.List;

/** Tells which number of a date is its year, month and day: the invariant culture writes the month first, a long number is a year. */
final class DateNumbers {
    private static final int YEAR_DIGITS = 3;

    private DateNumbers() {}

    /**
     * A number of a date.
     *
     * @param digits how many it was written with
     * @param behindMonth whether the month's name stood before it
     */
    record Reading(int value, int digits, boolean behindMonth) {
        boolean isYear() {
            return digits >= YEAR_DIGITS;
        }

        int year() {
            return isYear() ? value : TimeParts.fullYear(value);
        }
    }

    /** Whether there was a date; it is set then. */
    static boolean apply(TimeParts parts, List<Reading> numbers, boolean iso) {
        if (parts.month != TimeParts.ABSENT) {
            return named(parts, numbers);
        }
        switch (numbers.size()) {
            case 0 -> {
                return false;
            }
            case 2 -> two(parts, numbers.get(0), numbers.get(1));
            case 3 -> three(parts, numbers, iso);
            default -> throw DateTimeText.unrecognized(parts.text);
        }
        return true;
    }

    private static boolean named(TimeParts parts, List<Reading> numbers) {
        if (numbers.size() == 1 && numbers.get(0).isYear()) {
            set(parts, numbers.get(0).year(), parts.month, 1);
        } else if (numbers.size() == 1) {
            parts.day = numbers.get(0).value();
        } else if (numbers.size() == 2) {
            Reading first = numbers.get(0);
            Reading second = numbers.get(1);
            boolean yearFirst = first.isYear() && !second.isYear()
                    || !second.isYear() && !DateTime.isDate(second.year(), parts.month, first.value());
            set(
                    parts,
                    yearFirst ? first.year() : second.year(),
                    parts.month,
                    yearFirst ? second.value() : first.value());
        } else {
            throw DateTimeText.unrecognized(parts.text);
        }
        return true;
    }

    private static void two(TimeParts parts, Reading first, Reading second) {
        if (first.isYear()) {
            set(parts, first.year(), second.value(), 1);
        } else if (second.isYear()) {
            set(parts, second.year(), first.value(), 1);
        } else {
            parts.month = first.value();
            parts.day = second.value();
            if (parts.month < 1 || parts.month > 12) {
                throw DateTimeText.unrecognized(parts.text);
            }
        }
    }

    private static void three(TimeParts parts, List<Reading> numbers, boolean iso) {
        Reading first = numbers.get(0);
        int second = numbers.get(1).value();
        Reading third = numbers.get(2);
        if (first.isYear() && iso) {
            parts.year = first.value();
            parts.month = second;
            parts.day = third.value();
        } else if (first.isYear()) {
            set(parts, first.year(), second, third.value());
        } else {
            set(parts, third.year(), first.value(), second);
        }
    }

    private static void set(TimeParts parts, int year, int month, int day) {
        if (!DateTime.isDate(year, month, day)) {
            throw DateTimeText.unrecognized(parts.text);
        }
        parts.year = year;
        parts.month = month;
        parts.day = day;
    }
}
