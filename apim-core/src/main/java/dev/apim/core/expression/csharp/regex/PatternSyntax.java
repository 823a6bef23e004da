package dev.apim.core.expression.csharp.regex;

import org.jspecify.annotations.Nullable;

/** What is read alike whatever becomes of a pattern: blanks, quantifiers, options, numbers of groups. */
final class PatternSyntax {
    private PatternSyntax() {}

    /**
     * How often something repeats.
     *
     * @param max -1 without limit
     */
    record Quantifier(int min, int max, boolean lazy) {}

    /** Passes comments, and white space where it does not count. */
    static void blanks(PatternReader in, boolean ignoresBlank) {
        while (in.more()) {
            if (ignoresBlank && Character.isWhitespace(in.peek())) {
                in.at++;
            } else if (ignoresBlank && in.peek() == '#') {
                int end = in.pattern.indexOf('\n', in.at);
                in.at = end < 0 ? in.pattern.length() : end;
            } else if (in.sees("(?#")) {
                int end = in.pattern.indexOf(')', in.at);
                in.at = end < 0 ? in.pattern.length() : end + 1;
                if (end < 0) {
                    throw in.mistake("Unterminated (?#...) comment.");
                }
            } else {
                return;
            }
        }
    }

    /** Whether a character that was read begins a quantifier. */
    static boolean isQuantifier(PatternReader in, char c) {
        return c == '*' || c == '+' || c == '?' || (c == '{' && isCounted(in, in.at));
    }

    private static boolean isCounted(PatternReader in, int from) {
        int at = digits(in, from);
        if (at == from) {
            return false;
        }
        if (at < in.pattern.length() && in.pattern.charAt(at) == ',') {
            at = digits(in, at + 1);
        }
        return at < in.pattern.length() && in.pattern.charAt(at) == '}';
    }

    /** Where the digits from a place on end. */
    static int digits(PatternReader in, int from) {
        int at = from;
        while (at < in.pattern.length() && in.pattern.charAt(at) >= '0' && in.pattern.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** A quantifier; absent where none is ahead. */
    static @Nullable Quantifier quantifier(PatternReader in, boolean ignoresBlank) {
        char c = in.more() ? in.peek() : ' ';
        if (!in.more() || !(c == '*' || c == '+' || c == '?' || (c == '{' && isCounted(in, in.at + 1)))) {
            return null;
        }
        in.at++;
        int min = c == '+' ? 1 : 0;
        int max = c == '?' ? 1 : -1;
        if (c == '{') {
            min = in.number();
            max = min;
            if (in.skip(',')) {
                max = in.number();
            }
            in.at++;
        }
        blanks(in, ignoresBlank);
        boolean lazy = in.skip('?');
        if (max >= 0 && min > max) {
            throw in.mistake("Illegal {x,y} with x > y.");
        }
        return new Quantifier(min, max, lazy);
    }

    /** Options as {@code imnsx-imnsx} leaves them. */
    static int options(PatternReader in, int before) {
        int options = before;
        boolean off = false;
        while (in.more() && (in.peek() == '+' || in.peek() == '-' || optionOf(in.peek()) != 0)) {
            char c = in.next();
            if (c == '+' || c == '-') {
                off = c == '-';
            } else {
                options = off ? options & ~optionOf(c) : options | optionOf(c);
            }
        }
        return options;
    }

    private static int optionOf(char c) {
        return switch (Character.toLowerCase(c)) {
            case 'i' -> Options.IGNORE_CASE;
            case 'm' -> Options.MULTILINE;
            case 'n' -> Options.EXPLICIT_CAPTURE;
            case 's' -> Options.SINGLELINE;
            case 'x' -> Options.IGNORE_BLANK;
            default -> 0;
        };
    }

    /** The number of a group that a backslash stands before; empty, and nothing read, where it is a character in octal. */
    static String reference(PatternReader in) {
        int end = digits(in, in.at);
        String number = in.pattern.substring(in.at, end);
        boolean isGroup = number.length() == 1
                || Integer.parseInt(number.substring(0, Math.min(9, number.length()))) <= groupsOf(in);
        if (isGroup) {
            in.at = end;
        }
        return isGroup ? number : "";
    }

    /** How many groups the pattern can have at most: what a number of two digits is held against before it is taken for octal. */
    private static long groupsOf(PatternReader in) {
        return in.pattern.chars().filter(c -> c == '(').count();
    }
}
