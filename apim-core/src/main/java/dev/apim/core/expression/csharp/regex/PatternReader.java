package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.DotNetException;

/** A place in a pattern, and what is common to reading its parts. */
final class PatternReader {
    final String pattern;
    int at;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    boolean more() {
        return at < pattern.length();
    }

    int left() {
        return pattern.length() - at;
    }

    char next() {
        return pattern.charAt(at++);
    }

    char peek() {
        return pattern.charAt(at);
    }

    boolean sees(char c) {
        return more() && peek() == c;
    }

    boolean sees(String text) {
        return pattern.startsWith(text, at);
    }

    boolean skip(char c) {
        boolean is = sees(c);
        at += is ? 1 : 0;
        return is;
    }

    /** A number, -1 where there is none. */
    int number() {
        long value = -1;
        while (more() && peek() >= '0' && peek() <= '9') {
            value = Math.max(0, value) * 10 + (next() - '0');
            if (value > Integer.MAX_VALUE) {
                throw mistake("Capture group numbers must be less than or equal to Int32.MaxValue.");
            }
        }
        return (int) value;
    }

    /** A name, empty where there is none. */
    String name() {
        int start = at;
        while (more() && isWord(peek())) {
            at++;
        }
        return pattern.substring(start, at);
    }

    static boolean isWord(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.CONNECTOR_PUNCTUATION
                || c == '\u200C'
                || c == '\u200D';
    }

    /** The character that an escape stands for; the backslash has been read. */
    char escape(boolean ecma) {
        char c = next();
        if (c >= '0' && c <= '7') {
            at--;
            return octal();
        }
        return switch (c) {
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'e' -> '\u001B';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            case 'c' -> control();
            default -> {
                if (!ecma && isWord(c)) {
                    throw mistake("Unrecognized escape sequence \\" + c + ".");
                }
                yield c;
            }
        };
    }

    private char octal() {
        int value = 0;
        for (int i = 0; i < 3 && more() && peek() >= '0' && peek() <= '7'; i++) {
            value = value * 8 + (next() - '0');
        }
        return (char) (value & 0xFF);
    }

    private char hex(int digits) {
        int value = 0;
        int start = at;
        while (at < start + digits) {
            int digit = more() ? Character.digit(peek(), 16) : -1;
            if (digit < 0 || peek() >= 0x80) {
                if (left() >= start + digits - at && more()) {
                    at++;
                }
                throw mistake("Insufficient or invalid hexadecimal digits.");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private char control() {
        if (!more()) {
            throw mistake("Missing control character.");
        }
        char c = Character.toUpperCase(next());
        if (c < '@' || c > '_') {
            throw mistake("Unrecognized control character.");
        }
        return (char) (c - '@');
    }

    /** What is wrong, at this place. */
    DotNetException mistake(String message) {
        return mistake(message, at);
    }

    DotNetException mistake(String message, int offset) {
        return DotNetException.of(
                "System.Text.RegularExpressions.RegexParseException",
                "Invalid pattern '" + pattern + "' at offset " + offset + ". " + message,
                null);
    }
}
