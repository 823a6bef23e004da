package dev.apim.core.document;

import org.jspecify.annotations.Nullable;

/**
 * A predefined entity or a character reference (XML 1.0 §4.1, §4.6).
 *
 * @param codePoint what it stands for
 * @param length of it in the text, {@code &} and {@code ;} included
 */
record Entity(int codePoint, int length) {
    private static final int LONGEST = 12;

    /** The one that begins at the {@code &} at {@code offset}, or {@code null} where that is a mere ampersand. */
    static @Nullable Entity at(String text, int offset) {
        int last = Math.min(text.length(), offset + LONGEST);
        for (int i = offset + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                int codePoint = codePoint(text.substring(offset + 1, i));
                return codePoint < 0 ? null : new Entity(codePoint, i + 1 - offset);
            }
            if (c != '#' && !Cursor.isDigit(c) && !Cursor.isLetter(c)) {
                return null;
            }
        }
        return null;
    }

    private static int codePoint(String name) {
        return switch (name) {
            case "quot" -> '"';
            case "apos" -> '\'';
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            default ->
                name.startsWith("#x")
                        ? number(name.substring(2), 16)
                        : name.startsWith("#") ? number(name.substring(1), 10) : -1;
        };
    }

    private static int number(String digits, int radix) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return -1;
            }
            value = value * radix + digit;
        }
        return !digits.isEmpty() && isAllowed(value) ? value : -1;
    }

    /** Whether XML 1.0 §2.2 allows a character. */
    static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                || (c > 0xFFFF && c <= Character.MAX_CODE_POINT);
    }
}
