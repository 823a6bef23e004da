package dev.apim.core.expression.csharp.value;

/** A section of a custom number format, with what its places ask for. */
final class CustomSection {
    private static final int NONE = -1;

    final int start;
    int digits;
    int decimalPoint = NONE;
    boolean scientific;
    boolean grouped;
    private final String format;
    private int at;
    private int first = Integer.MAX_VALUE;
    private int last;
    private int commas = NONE;
    private int commasInRow;
    private int powers;

    CustomSection(String format, int start) {
        this.format = format;
        this.start = start;
        at = start;
        while (at < format.length() && format.charAt(at) != ';' && format.charAt(at) != 0) {
            read(format.charAt(at++));
        }
        if (decimalPoint < 0) {
            decimalPoint = digits;
        }
        if (commas >= 0) {
            if (commas == decimalPoint) {
                powers -= commasInRow * 3;
            } else {
                grouped = true;
            }
        }
    }

    /** Where the section of this number begins; 0 where there is none or it is empty. */
    static int find(String format, int section) {
        int left = section;
        int at = 0;
        while (left > 0 && at < format.length()) {
            char symbol = format.charAt(at++);
            if (symbol == '\'' || symbol == '"') {
                at = behind(format, at, symbol);
            } else if (symbol == '\\') {
                at++;
            } else if (symbol == ';' && --left == 0) {
                return at < format.length() && format.charAt(at) != ';' ? at : 0;
            }
        }
        return 0;
    }

    private static int behind(String format, int at, char quote) {
        int end = format.indexOf(quote, at);
        return end < 0 ? format.length() : end + 1;
    }

    /** How many zeros of an exponent follow behind its letter and sign; 0 where it means none. */
    static int exponentZeros(String format, int behindLetter) {
        int at = behindLetter;
        if (at < format.length() && (format.charAt(at) == '+' || format.charAt(at) == '-')) {
            at++;
        }
        int zeros = 0;
        while (at + zeros < format.length() && format.charAt(at + zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private void read(char symbol) {
        switch (symbol) {
            case '#' -> digits++;
            case '0' -> {
                first = Math.min(first, digits);
                last = ++digits;
            }
            case '.' -> decimalPoint = decimalPoint < 0 ? digits : decimalPoint;
            case ',' -> comma();
            case '%' -> powers += 2;
            case '‰' -> powers += 3;
            case '\'', '"' -> at = behind(format, at, symbol);
            case '\\' -> at++;
            case 'E', 'e' -> {
                int zeros = exponentZeros(format, at);
                if (zeros > 0) {
                    at += zeros + (format.charAt(at) == '0' ? 0 : 1);
                    scientific = true;
                }
            }
            default -> {}
        }
    }

    private void comma() {
        if (digits == 0 || decimalPoint >= 0) {
            return;
        }
        if (commas == digits) {
            commasInRow++;
            return;
        }
        grouped |= commas >= 0;
        commas = digits;
        commasInRow = 1;
    }

    /** By how many powers of ten the number is shown larger. */
    int shift() {
        return powers;
    }

    /** How many digits before the point are zero rather than nothing. */
    int firstZero() {
        return first < decimalPoint ? decimalPoint - first : 0;
    }

    /** The negative of how many digits behind the point are zero rather than nothing. */
    int lastZero() {
        return last > decimalPoint ? decimalPoint - last : 0;
    }
}
