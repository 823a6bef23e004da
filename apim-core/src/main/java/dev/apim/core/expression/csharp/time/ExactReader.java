package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import java.util.Locale;

/** Reads a date and time in one given standard or custom format (.NET: {@code DateTime.ParseExact}). Mutable; of one thread. */
final class ExactReader {
    private static final int FRACTION_DIGITS = 7;

    private final String text;
    private final String format;
    private final Styles styles;
    private final TimeParts parts;
    private int at;

    private ExactReader(String text, String format, Styles styles) {
        this.text = text;
        this.format = format;
        this.styles = styles;
        this.parts = new TimeParts(text);
    }

    static TimeParts read(String text, String format, Styles styles) {
        if (format.isEmpty()) {
            throw DotNetException.format("Format specifier was invalid.");
        }
        if (text.isEmpty()) {
            throw DateTimeText.unrecognized(text);
        }
        String pattern = format.length() == 1 ? DateTimeText.pattern(format.charAt(0)) : format;
        ExactReader reader = new ExactReader(text, pattern, styles);
        reader.all();
        if (format.equals("U")) {
            reader.parts.utc();
        }
        return reader.parts;
    }

    private void all() {
        if (styles.leading()) {
            spaces();
        }
        FormatScan scan = new FormatScan(format);
        while (scan.hasNext()) {
            if (styles.inner()) {
                spaces();
            }
            char sign = scan.next();
            if ("dMyhHmsfFtzg".indexOf(sign) >= 0) {
                run(sign, scan.repeat(sign));
            } else {
                literal(sign, scan);
            }
        }
        if (styles.trailing()) {
            spaces();
        }
        require(at == text.length());
    }

    private void literal(char sign, FormatScan scan) {
        switch (sign) {
            case 'K' -> kind();
            case 'Z' -> {
                match(text.startsWith("GMT", at) ? "GMT" : "Z");
                parts.zone(TimeSpan.ZERO);
            }
            case '\'', '"' -> match(scan.quoted(sign));
            case '\\' -> match(String.valueOf(scan.escaped()));
            case '%' -> scan.percent();
            case '.' -> {
                if (at < text.length() && text.charAt(at) == '.') {
                    at++;
                } else {
                    require(scan.isNext('F'));
                    scan.next();
                    scan.repeat('F');
                }
            }
            case ' ' -> {
                if (!styles.inner()) {
                    match(" ");
                }
            }
            default -> match(String.valueOf(sign));
        }
    }

    private void run(char sign, int count) {
        switch (sign) {
            case 'd' -> day(count);
            case 'M' -> month(count);
            case 'y' -> year(count);
            case 'h' -> {
                int hour = number(count);
                require(hour >= 1 && hour <= 12 || parts.hour == hour);
                parts.hour = same(parts.hour, hour, sign);
            }
            case 'H' -> parts.hour = same(parts.hour, number(count), sign);
            case 'm' -> parts.minute = same(parts.minute, number(count), sign);
            case 's' -> parts.second = same(parts.second, number(count), sign);
            case 't' -> half(count);
            case 'z' -> zone(count);
            case 'g' -> match("A.D.");
            default -> fraction(sign, count);
        }
    }

    private int number(int count) {
        return digits(Math.min(count, 2), 2);
    }

    private void day(int count) {
        if (count <= 2) {
            parts.day = same(parts.day, number(count), 'd');
        } else {
            parts.weekday = same(parts.weekday, name(DateTimeText.DAYS, count), 'd');
        }
    }

    private void month(int count) {
        int month = count <= 2 ? number(count) : name(DateTimeText.MONTHS, count) + 1;
        parts.month = same(parts.month, month, 'M');
    }

    private void year(int count) {
        int year = count <= 2 ? TimeParts.fullYear(number(count)) : digits(count, count);
        parts.year = same(parts.year, year, 'y');
    }

    private int same(int before, int now, char sign) {
        if (before != TimeParts.ABSENT && before != now) {
            throw DotNetException.format(
                    "DateTime pattern '" + sign + "' appears more than once with different values.");
        }
        return now;
    }

    private int name(List<String> names, int count) {
        for (int i = 0; i < names.size(); i++) {
            String whole = names.get(i);
            String name = count == DateTimeText.SHORT_NAME ? whole.substring(0, DateTimeText.SHORT_NAME) : whole;
            if (text.regionMatches(true, at, name, 0, name.length())) {
                at += name.length();
                return i;
            }
        }
        throw DateTimeText.unrecognized(text);
    }

    private void half(int count) {
        require(at < text.length());
        String sign = text.substring(at, Math.min(text.length(), at + Math.min(count, 2)))
                .toUpperCase(Locale.ROOT);
        int half = sign.charAt(0) == 'A' ? 0 : 1;
        require(sign.equals(count == 1 ? "AP".substring(half, half + 1) : half == 0 ? "AM" : "PM"));
        parts.half = same(parts.half, half, 't');
        at += sign.length();
    }

    private void fraction(char sign, int count) {
        if (count > FRACTION_DIGITS) {
            throw DateTimeText.unrecognized(text);
        }
        int start = at;
        while (at < start + count && isDigit()) {
            at++;
        }
        require(sign == 'F' || at == start + count);
        String digits = text.substring(start, at);
        parts.fraction = Long.parseLong(digits + "0".repeat(FRACTION_DIGITS - digits.length()));
    }

    private void kind() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            parts.utc();
        } else if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            zone(DateTimeText.SHORT_NAME);
        }
    }

    private void zone(int count) {
        require(at < text.length() && "+-".indexOf(text.charAt(at)) >= 0);
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int hours = digits(count == 1 ? 1 : 2, 2);
        int minutes = 0;
        if (count >= DateTimeText.SHORT_NAME) {
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            minutes = digits(2, 2);
            require(minutes < 60);
        }
        parts.zone(TimeSpan.of(sign * (hours * 60L + minutes) * TimeSpan.TICKS_PER_MINUTE));
    }

    private int digits(int least, int most) {
        int start = at;
        int value = 0;
        while (at < start + most && isDigit()) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        require(at - start >= least);
        return value;
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void match(String literal) {
        require(text.startsWith(literal, at));
        at += literal.length();
    }

    private void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void require(boolean fits) {
        if (!fits) {
            throw DateTimeText.unrecognized(text);
        }
    }
}
