package dev.apim.core.expression.csharp.number;

import org.jspecify.annotations.Nullable;

/** Reads the text of a number as .NET's parser does, by the styles allowed, with the invariant culture. Of one parse only. */
final class NumberScan {
    private static final String CURRENCY = "¤";
    private static final int LARGEST_EXPONENT = 99_999;

    final StringBuilder digits = new StringBuilder();
    long scale;
    boolean negative;
    private final String text;
    private final int styles;
    private final boolean keepsZeros;
    private int at;
    private boolean sign;
    private boolean parenthesis;
    private boolean currency;
    private boolean anyDigit;
    private boolean nonZero;
    private boolean point;

    private NumberScan(String text, int styles, boolean keepsZeros) {
        this.text = text;
        this.styles = styles;
        this.keepsZeros = keepsZeros;
    }

    /**
     * Reads it all.
     *
     * @param keepsZeros whether zeros behind the last other digit count
     * @return null of what is no number
     */
    static @Nullable NumberScan of(String text, int styles, boolean keepsZeros) {
        NumberScan scan = new NumberScan(text, styles, keepsZeros);
        return scan.read() ? scan : null;
    }

    /** Whether a digit other than zero was read. */
    boolean isZero() {
        return !nonZero;
    }

    private boolean allows(int style) {
        return (styles & style) != 0;
    }

    private boolean read() {
        leading();
        number();
        if (!anyDigit) {
            return false;
        }
        exponent();
        trailing();
        while (at < text.length() && text.charAt(at) == 0) {
            at++;
        }
        if (parenthesis || at < text.length()) {
            return false;
        }
        if (!nonZero && !keepsZeros) {
            scale = 0;
        }
        return true;
    }

    private void leading() {
        while (at < text.length()) {
            boolean space = isSpace(text.charAt(at)) && allows(NumberParser.LEADING_WHITE) && (!sign || currency);
            if (!space && !opening()) {
                return;
            }
            at += space ? 1 : 0;
        }
    }

    private boolean opening() {
        char c = text.charAt(at);
        if (allows(NumberParser.LEADING_SIGN) && !sign && (c == '-' || c == '+')) {
            sign = true;
            negative = c == '-';
        } else if (allows(NumberParser.PARENTHESES) && !sign && c == '(') {
            sign = true;
            parenthesis = true;
            negative = true;
        } else if (allows(NumberParser.CURRENCY_SYMBOL) && !currency && text.startsWith(CURRENCY, at)) {
            currency = true;
        } else {
            return false;
        }
        at++;
        return true;
    }

    private void number() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digit(c);
            } else if (c == '.' && allows(NumberParser.DECIMAL_POINT) && !point) {
                point = true;
            } else if (c != ',' || !allows(NumberParser.THOUSANDS) || point) {
                return;
            }
        }
    }

    private void digit(char c) {
        anyDigit = true;
        if (c == '0' && !nonZero) {
            scale -= point ? 1 : 0;
            return;
        }
        nonZero = true;
        digits.append(c);
        scale += point ? 0 : 1;
    }

    private void exponent() {
        if (at >= text.length() || (text.charAt(at) | 0x20) != 'e' || !allows(NumberParser.EXPONENT)) {
            return;
        }
        int digit = at + 1;
        boolean minus = digit < text.length() && text.charAt(digit) == '-';
        digit += minus || (digit < text.length() && text.charAt(digit) == '+') ? 1 : 0;
        int start = digit;
        long exponent = 0;
        while (digit < text.length() && text.charAt(digit) >= '0' && text.charAt(digit) <= '9') {
            exponent = Math.min(exponent * 10 + text.charAt(digit++) - '0', LARGEST_EXPONENT);
        }
        if (digit > start) {
            at = digit;
            scale += minus ? -exponent : exponent;
        }
    }

    private void trailing() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c) && allows(NumberParser.TRAILING_WHITE)) {
                at++;
            } else if (allows(NumberParser.TRAILING_SIGN) && !sign && (c == '-' || c == '+')) {
                sign = true;
                negative = c == '-';
                at++;
            } else if (parenthesis && c == ')') {
                parenthesis = false;
                at++;
            } else if (allows(NumberParser.CURRENCY_SYMBOL) && !currency && text.startsWith(CURRENCY, at)) {
                currency = true;
                at++;
            } else {
                return;
            }
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= 9 && c <= 13);
    }
}
