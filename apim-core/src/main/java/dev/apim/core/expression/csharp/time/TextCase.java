package dev.apim.core.expression.csharp.time;

/**
 * .NET's {@code TextInfo} of the invariant culture. Immutable.
 *
 * @param cultureName of the culture it was asked of
 */
record TextCase(String cultureName) {
    static String lower(String text) {
        return mapped(text, false);
    }

    static String upper(String text) {
        return mapped(text, true);
    }

    /** Character by character: the invariant culture never changes a length. */
    private static String mapped(String text, boolean upper) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.appendCodePoint(upper ? Character.toUpperCase(c) : Character.toLowerCase(c)));
        return out.toString();
    }

    /** Each word with a capital; a word all in capitals stays. */
    static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at))) {
                out.append(text.charAt(at++));
                continue;
            }
            int start = at;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            out.append(word(text.substring(start, at)));
        }
        return out.toString();
    }

    private static boolean isWord(char sign) {
        return Character.isLetter(sign)
                || sign == '\''
                || Character.getType(sign) == Character.NON_SPACING_MARK
                || Character.isSurrogate(sign);
    }

    private static String word(String word) {
        boolean hasLower = word.chars().anyMatch(Character::isLowerCase);
        boolean isAcronym = !hasLower && word.length() > 1;
        return isAcronym ? word : upper(word.substring(0, 1)) + lower(word.substring(1));
    }

    @Override
    public String toString() {
        return "TextInfo - " + cultureName;
    }
}
