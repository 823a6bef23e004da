package dev.apim.core.expression.csharp.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of the invariant culture, as the root of Unicode's collation has it: white space, punctuation, symbols, digits, letters. A
 * difference of letters outweighs every accent, an accent every case, and small letters come before capitals. Controls and format
 * characters do not count. Scripts beyond Latin are in the order of their code points.
 */
public final class Collation {
    private static final String BEFORE_DIGITS =
            "\t\n\u000B\f\r\u0085\u2028\u2029 _\u203F-\u2010\u2011\u2012\u2013\u2014,;:!\u00A1?\u00BF.\u00B7'\u2018\u2019\"\u201C\u201D"
                    + "\u00AB\u00BB()[]{}\u00A7\u00B6@*/\\&#%`\u00B4^\u00AF\u00A8\u00B0\u00A9\u00AE+\u00B1\u00F7\u00D7<=>|\u00A6~"
                    + "\u00A4\u00A2$\u00A3\u00A5\u20AC";
    private static final int DIGITS = 0x1_0000;
    private static final int LETTERS = 0x2_0000;

    private Collation() {}

    /**
     * What sorts as one: a character with the accents behind it.
     *
     * @param primary the letter
     * @param accents behind it
     * @param variant 0 of a small letter, more of a capital or of another shape
     * @param start where it begins in the text
     * @param end behind it
     */
    public record Element(int primary, String accents, int variant, int start, int end) {
        public boolean same(Element other, boolean ignoreCase) {
            return primary == other.primary
                    && accents.equals(other.accents)
                    && (ignoreCase || variant == other.variant);
        }
    }

    /** The order of two texts: -1, 0 or 1. */
    public static int compare(String left, String right, boolean ignoreCase) {
        if (left.equals(right)) {
            return 0;
        }
        List<Element> a = elements(left);
        List<Element> b = elements(right);
        int accent = 0;
        int variant = 0;
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int letter = Integer.compare(a.get(i).primary(), b.get(i).primary());
            if (letter != 0) {
                return letter;
            }
            accent = accent != 0
                    ? accent
                    : Integer.signum(a.get(i).accents().compareTo(b.get(i).accents()));
            variant = variant != 0
                    ? variant
                    : Integer.compare(a.get(i).variant(), b.get(i).variant());
        }
        if (a.size() != b.size()) {
            return a.size() < b.size() ? -1 : 1;
        }
        return accent != 0 || ignoreCase ? accent : variant;
    }

    /** Whether a text counts for nothing. */
    public static boolean isEmpty(String text) {
        return elements(text).isEmpty();
    }

    /** What a text sorts by, so that equal texts have equal lists. */
    public static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && isAccent(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            add(elements, text, at, end);
            at = end;
        }
        return elements;
    }

    private static void add(List<Element> elements, String text, int start, int end) {
        char only = text.charAt(start);
        if (end == start + 1 && only < 0x80) {
            if (!isIgnored(only)) {
                elements.add(new Element(primary(only), "", Character.isUpperCase(only) ? 1 : 0, start, end));
            }
            return;
        }
        String written = text.substring(start, end);
        String canonical = Normalizer.normalize(written, Normalizer.Form.NFD);
        String plain = spelled(Normalizer.normalize(written, Normalizer.Form.NFKD));
        int shape = plain.equals(canonical) ? 0 : 2;
        int at = 0;
        while (at < plain.length()) {
            int letter = plain.codePointAt(at);
            at += Character.charCount(letter);
            int accents = at;
            while (at < plain.length() && isAccent(plain.codePointAt(at))) {
                at += Character.charCount(plain.codePointAt(at));
            }
            if (!isIgnored(letter)) {
                int variant = shape + (Character.isUpperCase(letter) ? 1 : 0);
                elements.add(new Element(primary(letter), plain.substring(accents, at), variant, start, end));
            }
        }
    }

    /** Letters that sort as others do, though nothing decomposes them. */
    private static String spelled(String text) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u00DF' -> spelled.append("ss");
                case '\u00E6' -> spelled.append("a\u0308e");
                case '\u00C6' -> spelled.append("A\u0308E");
                case '\u0153' -> spelled.append("o\u0308e");
                case '\u0152' -> spelled.append("O\u0308E");
                case '\u00F8' -> spelled.append("o\u0338");
                case '\u00D8' -> spelled.append("O\u0338");
                case '\u0142' -> spelled.append("l\u0335");
                case '\u0141' -> spelled.append("L\u0335");
                case '\u0111' -> spelled.append("d\u0335");
                case '\u0110' -> spelled.append("D\u0335");
                default -> spelled.append(c);
            }
        }
        return spelled.toString();
    }

    private static int primary(int c) {
        int known = BEFORE_DIGITS.indexOf(c);
        if (known >= 0) {
            return known;
        }
        if (Character.isDigit(c)) {
            return DIGITS + Character.digit(c, 10);
        }
        if (Character.isLetter(c)) {
            return LETTERS + Character.toLowerCase(Character.toUpperCase(c));
        }
        return BEFORE_DIGITS.length() + (c & 0xFFFF);
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isIgnored(int c) {
        int type = Character.getType(c);
        return (type == Character.CONTROL && !(c >= '\t' && c <= '\r') && c != 0x85) || type == Character.FORMAT;
    }
}
