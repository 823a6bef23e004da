package dev.apim.core.expression.csharp.text;

/**
 * Finds a text in another in a time that grows with the sum of their lengths. Java's own search takes their product where the text is made
 * to resemble what is looked for, which only matters when that is long.
 */
final class TextSearch {
    private static final int SHORT = 32;

    private TextSearch() {}

    /** Whether what is at one place is what is at another. */
    @FunctionalInterface
    interface Same {
        boolean test(int one, int other);
    }

    /** The first place, negative when there is none. */
    static int first(String text, String value) {
        return first(text, value, 0);
    }

    /** The first place from another on. */
    static int first(String text, String value, int from) {
        if (value.length() <= SHORT) {
            return text.indexOf(value, from);
        }
        int at = find(
                text.length() - from,
                value.length(),
                false,
                (i, j) -> text.charAt(from + i) == value.charAt(j),
                (i, j) -> value.charAt(i) == value.charAt(j));
        return at < 0 ? at : from + at;
    }

    /** The last place. */
    static int last(String text, String value) {
        return value.length() <= SHORT
                ? text.lastIndexOf(value)
                : find(
                        text.length(),
                        value.length(),
                        true,
                        (i, j) -> text.charAt(i) == value.charAt(j),
                        (i, j) -> value.charAt(i) == value.charAt(j));
    }

    /**
     * The place of a sequence in another, after Knuth, Morris and Pratt.
     *
     * @param matches whether a place of the whole is a place of the part
     * @param repeats whether two places of the part are the same
     */
    static int find(int size, int part, boolean last, Same matches, Same repeats) {
        if (part > size) {
            return -1;
        }
        Same whole = last ? (i, j) -> matches.test(size - 1 - i, part - 1 - j) : matches;
        Same within = last ? (i, j) -> repeats.test(part - 1 - i, part - 1 - j) : repeats;
        int[] borders = borders(part, within);
        int known = 0;
        for (int i = 0; i < size; i++) {
            while (known > 0 && !whole.test(i, known)) {
                known = borders[known - 1];
            }
            known += whole.test(i, known) ? 1 : 0;
            if (known == part) {
                return last ? size - 1 - i : i - part + 1;
            }
        }
        return -1;
    }

    /** How long a beginning is an end, too, of each beginning. */
    private static int[] borders(int part, Same same) {
        int[] borders = new int[part];
        int known = 0;
        for (int i = 1; i < part; i++) {
            while (known > 0 && !same.test(i, known)) {
                known = borders[known - 1];
            }
            known += same.test(i, known) ? 1 : 0;
            borders[i] = known;
        }
        return borders;
    }
}
