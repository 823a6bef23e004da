package dev.apim.core.routing;

/**
 * Comparison without case, character by character. A letter outside ASCII never equals an ASCII letter: the dotless i and the long s
 * fold to i and s in Unicode, and a path must not reach {@code /admin} under such a spelling.
 */
final class CaseFold {
    private CaseFold() {}

    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char folded = Character.toLowerCase(Character.toUpperCase(c));
        return folded < 0x80 ? c : folded;
    }

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + fold(text.charAt(i));
        }
        return hash;
    }

    /** Whether a region equals a folded text. */
    static boolean same(String folded, String text, int from, int to) {
        return to - from == folded.length() && startsWith(folded, text, from);
    }

    /** Where a folded text first occurs in a region, or -1. */
    static int indexOf(String folded, String text, int from, int to) {
        for (int i = from; i <= to - folded.length(); i++) {
            if (startsWith(folded, text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(String folded, String text, int from) {
        for (int i = 0; i < folded.length(); i++) {
            if (fold(text.charAt(from + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
