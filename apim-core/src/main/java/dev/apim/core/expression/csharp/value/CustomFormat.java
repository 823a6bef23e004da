package dev.apim.core.expression.csharp.value;

/** Custom number formats: {@code 0 # . , % ‰ E0}, sections, literals and escapes, with the invariant culture. */
final class CustomFormat {
    private static final int MOST_EXPONENT_DIGITS = 10;

    private final String format;
    private final Digits digits;
    private final StringBuilder text = new StringBuilder();
    private CustomSection section;
    private int at;
    private int next;
    private int position;
    private int ahead;
    private boolean pointWritten;
    private boolean scientific;

    private CustomFormat(Digits digits, String format) {
        this.digits = digits;
        this.format = format;
        this.section = section();
        this.scientific = section.scientific;
        this.at = section.start;
    }

    static String format(Digits digits, String format) {
        return new CustomFormat(digits, format).write();
    }

    /** The section for the number's sign; what rounding makes zero takes the one for zero. */
    private CustomSection section() {
        CustomSection chosen =
                new CustomSection(format, CustomSection.find(format, digits.isZero() ? 2 : digits.negative ? 1 : 0));
        while (!digits.isZero()) {
            digits.scale += chosen.shift();
            digits.round(chosen.scientific ? chosen.digits : digits.scale + chosen.digits - chosen.decimalPoint, false);
            int zero = CustomSection.find(format, 2);
            if (!digits.isZero() || zero == chosen.start) {
                return chosen;
            }
            chosen = new CustomSection(format, zero);
        }
        digits.negative &= digits.floating;
        digits.scale = 0;
        return chosen;
    }

    private String write() {
        if (section.scientific) {
            position = section.decimalPoint;
        } else {
            position = Math.max(digits.scale, section.decimalPoint);
            ahead = digits.scale - section.decimalPoint;
        }
        boolean signed = digits.negative && section.start == 0;
        if (signed && digits.scale != 0) {
            text.append('-');
        }
        while (at < format.length() && format.charAt(at) != ';' && format.charAt(at) != 0) {
            symbol(format.charAt(at++));
        }
        if (signed && digits.scale == 0 && text.length() > 0) {
            text.insert(0, '-');
        }
        return text.toString();
    }

    private void symbol(char symbol) {
        if (symbol == '#' || symbol == '0' || symbol == '.') {
            digitsAhead();
        }
        switch (symbol) {
            case '#', '0' -> digit();
            case '.' -> point();
            case ',' -> {}
            case '\'', '"' -> literal(symbol);
            case '\\' -> {
                if (at < format.length()) {
                    text.append(format.charAt(at++));
                }
            }
            case 'E', 'e' -> exponent(symbol);
            default -> text.append(symbol);
        }
    }

    /** Digits that the format has no place for, before its first place. */
    private void digitsAhead() {
        for (; ahead > 0; ahead--) {
            text.append(digits.at(next++));
            separate();
        }
    }

    private void digit() {
        boolean written;
        if (ahead < 0) {
            ahead++;
            written = position <= section.firstZero();
            if (written) {
                text.append('0');
            }
        } else {
            written = next < digits.count() || position > section.lastZero();
            if (written) {
                text.append(digits.at(next));
                next = Math.min(next + 1, digits.count());
            }
        }
        if (written) {
            separate();
        } else {
            position--;
        }
    }

    /** A comma behind the digit just written, where groups of three are asked for. */
    private void separate() {
        if (section.grouped && position > 1 && (position - 1) % 3 == 0) {
            text.append(',');
        }
        position--;
    }

    private void point() {
        boolean decimalsFollow =
                section.lastZero() < 0 || (section.decimalPoint < section.digits && next < digits.count());
        if (position == 0 && !pointWritten && decimalsFollow) {
            text.append('.');
            pointWritten = true;
        }
    }

    private void literal(char quote) {
        while (at < format.length() && format.charAt(at) != quote) {
            text.append(format.charAt(at++));
        }
        at++;
    }

    private void exponent(char letter) {
        int zeros = CustomSection.exponentZeros(format, at);
        if (!scientific || zeros == 0) {
            text.append(letter);
            plainExponent();
            return;
        }
        boolean signed = format.charAt(at) != '0';
        at += zeros + (signed ? 1 : 0);
        int exponent = digits.isZero() ? 0 : digits.scale - section.decimalPoint;
        boolean plus = signed && format.charAt(at - zeros - 1) == '+';
        StandardFormat.exponent(text, letter, exponent, Math.min(zeros, MOST_EXPONENT_DIGITS), plus);
        scientific = false;
    }

    /** A letter that means no exponent takes a sign and zeros behind it as they are. */
    private void plainExponent() {
        if (scientific) {
            return;
        }
        if (at < format.length() && (format.charAt(at) == '+' || format.charAt(at) == '-')) {
            text.append(format.charAt(at++));
        }
        while (at < format.length() && format.charAt(at) == '0') {
            text.append(format.charAt(at++));
        }
    }
}
