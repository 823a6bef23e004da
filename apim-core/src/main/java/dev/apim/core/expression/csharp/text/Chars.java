package dev.apim.core.expression.csharp.text;

import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What .NET knows of single characters, and texts as arrays of them. */
final class Chars {
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final int SMALL_I_WITHOUT_DOT = 0x131;
    private static final int LONG_S = 0x17F;

    private Chars() {}

    /** {@code char.IsWhiteSpace}: the separators of Unicode, the five controls from tab on and U+0085. */
    static boolean isWhiteSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** A char[] of .NET. */
    static Character[] array(CharSequence text) {
        Character[] array = new Character[text.length()];
        for (int i = 0; i < array.length; i++) {
            array[i] = text.charAt(i);
        }
        return array;
    }

    /** The text of a char[], empty of null. */
    static String text(Character @Nullable [] array) {
        return array == null ? "" : text(array, 0, array.length);
    }

    /** The text of a part of a char[]. */
    static String text(Character[] array, int start, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = start; i < start + count; i++) {
            text.append(array[i].charValue());
        }
        return text.toString();
    }

    /**
     * The invariant culture's small letters: one for one, and no ASCII letter from outside ASCII but of the Kelvin sign. Java's are the
     * same but for two letters, which no text of Latin letters alone has to be searched for.
     */
    static String lower(String text) {
        if (text.indexOf(CAPITAL_SIGMA) < 0 && text.indexOf(CAPITAL_I_WITH_DOT) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        int[] points = text.codePoints()
                .map(c -> c == CAPITAL_I_WITH_DOT ? c : Character.toLowerCase(c))
                .toArray();
        return new String(points, 0, points.length);
    }

    /** The invariant culture's capital letters, one for one, and no ASCII letter from outside ASCII. */
    static String upper(String text) {
        if (isAscii(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        int[] points = text.codePoints().map(Chars::upper).toArray();
        return new String(points, 0, points.length);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The capital of a letter. */
    static int upper(int c) {
        return c == SMALL_I_WITHOUT_DOT || c == LONG_S ? c : Character.toUpperCase(c);
    }

    /** The text without those at its ends that are in a set, white space where the set is null or empty. */
    static String trim(String text, @Nullable String set, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        BitSet known = set == null || set.isEmpty() ? null : set(set);
        while (start && from < to && isIn(text.charAt(from), known)) {
            from++;
        }
        while (end && from < to && isIn(text.charAt(to - 1), known)) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The characters of a text, as fast to look up however many they are. */
    static BitSet set(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    private static boolean isIn(char c, @Nullable BitSet set) {
        return set == null ? isWhiteSpace(c) : set.get(c);
    }
}
