package dev.apim.core.expression.csharp.time;

/** Reads a {@link TimeSpan} by a custom format. Mutable; of one thread. */
final class SpanExactReader {
    private static final int FRACTION_DIGITS = 7;
    private static final int DAY_DIGITS = 8;

    private final String text;
    private int at;
    private long days;
    private long hours;
    private long minutes;
    private long seconds;
    private long fraction;

    private SpanExactReader(String text) {
        this.text = text;
    }

    static TimeSpan read(String text, String format, boolean negative) {
        SpanExactReader reader = new SpanExactReader(text);
        FormatScan scan = new FormatScan(format);
        while (scan.hasNext()) {
            reader.part(scan.next(), scan);
        }
        if (reader.at != text.length()) {
            throw SpanReader.unrecognized(text);
        }
        TimeSpan span =
                SpanReader.of(reader.days, reader.hours, reader.minutes, reader.seconds, reader.fraction, negative);
        if (span == null) {
            throw SpanReader.tooLarge(text);
        }
        return span;
    }

    private void part(char sign, FormatScan scan) {
        switch (sign) {
            case 'h' -> hours = number(scan.repeat(sign, 2), 2);
            case 'm' -> minutes = number(scan.repeat(sign, 2), 2);
            case 's' -> seconds = number(scan.repeat(sign, 2), 2);
            case 'd' -> days = number(scan.repeat(sign, DAY_DIGITS), DAY_DIGITS);
            case 'f' -> fraction(scan.repeat(sign, FRACTION_DIGITS), true);
            case 'F' -> fraction(scan.repeat(sign, FRACTION_DIGITS), false);
            case '\'', '"' -> match(scan.quoted(sign));
            case '\\' -> match(String.valueOf(scan.escaped()));
            case '%' -> scan.percent();
            default -> throw TimeSpanText.invalid();
        }
    }

    /** One letter takes as many digits as there are, more letters exactly as many. */
    private long number(int count, int most) {
        int start = at;
        int end = start + (count == 1 ? most : count);
        while (at < end && isDigit()) {
            at++;
        }
        require(at - start >= count);
        return Long.parseLong(text.substring(start, at));
    }

    private void fraction(int count, boolean all) {
        int start = at;
        while (at < start + count && isDigit()) {
            at++;
        }
        require(!all || at == start + count);
        String digits = text.substring(start, at);
        fraction = Long.parseLong(digits + "0".repeat(FRACTION_DIGITS - digits.length()));
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void match(String literal) {
        require(text.startsWith(literal, at));
        at += literal.length();
    }

    private void require(boolean fits) {
        if (!fits) {
            throw TimeSpanText.invalid();
        }
    }
}
