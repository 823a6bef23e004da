package dev.apim.core.expression.csharp.syntax;

/** Reads the escape sequences of characters and of strings that are not verbatim. */
final class Escapes {
    private static final String LETTERS = "'\"\\0abfnrtv";
    private static final String MEANINGS = "'\"\\\0\u0007\b\f\n\r\t\u000b";

    private final Scanner scanner;

    Escapes(Scanner scanner) {
        this.scanner = scanner;
    }

    /** Reads the sequence whose backslash is the current character. */
    void read(StringBuilder into) {
        int start = scanner.at();
        int c = scanner.ahead(1);
        int letter = c < 0 ? -1 : LETTERS.indexOf(c);
        if (letter >= 0) {
            scanner.skip(2);
            into.append(MEANINGS.charAt(letter));
        } else if (c == 'u') {
            code(start, 4, 4, into);
        } else if (c == 'U') {
            code(start, 8, 8, into);
        } else if (c == 'x') {
            code(start, 1, 4, into);
        } else {
            scanner.skip(1);
            unknown(start);
        }
    }

    private void unknown(int start) {
        if (!scanner.atLineEnd()) {
            scanner.skip(1);
        }
        scanner.error(
                start,
                "found '" + scanner.shownSince(start)
                        + "', which is no escape sequence; write \\\\ for a backslash or put @ before the string");
    }

    private void code(int start, int least, int most, StringBuilder into) {
        scanner.skip(2);
        long value = 0;
        int digits = 0;
        while (digits < most && hex(scanner.current()) >= 0) {
            value = value * 16 + hex(scanner.current());
            digits++;
            scanner.skip(1);
        }
        if (digits < least) {
            scanner.error(start, "expected " + least + " hexadecimal digits behind this, found " + digits);
        } else if (value > Character.MAX_CODE_POINT) {
            scanner.error(start, "there is no character with this code; the last is \\U0010FFFF");
        } else {
            into.appendCodePoint((int) value);
        }
    }

    private static int hex(int c) {
        return c >= 0 && c < 128 ? Character.digit(c, 16) : -1;
    }
}
