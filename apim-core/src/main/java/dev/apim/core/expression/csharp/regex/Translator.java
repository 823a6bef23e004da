package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.regex.Pieces.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a .NET pattern and writes the Java pattern that matches the same. Options but {@code IgnoreCase} are resolved here; names and
 * numbers of groups too, so that Java sees plain groups only. Within a look-behind, which .NET matches backwards, a repetition without
 * limit ends at 255 times, for Java wants to know how far to go back. Balancing groups and conditionals are refused.
 */
final class Translator {
    private static final String WORD = "[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200C\\u200D]";
    private static final String ASCII_WORD = "[0-9A-Za-z_\\u0130]";
    private static final int LOOK_BEHIND_LIMIT = 255;

    private static final int DEEPEST = 100;

    private final PatternReader in;
    private final Pieces out = new Pieces();
    private final List<String> captures = new ArrayList<>();
    private int options;
    private int lookBehinds;
    private int depth;

    private Translator(String pattern, int options) {
        this.in = new PatternReader(pattern);
        this.options = options;
    }

    /** The translation of a pattern. */
    static CompiledPattern translate(String pattern, int options) {
        Translator translator = new Translator(pattern, options);
        translator.branches();
        return CompiledPattern.of(translator.in, translator.out.all(), translator.captures, options);
    }

    private boolean has(int option) {
        return (options & option) != 0;
    }

    /** What stands between two parentheses, or the whole. */
    private void branches() {
        boolean afterQuantifier = false;
        while (true) {
            blanks();
            if (!in.more()) {
                if (depth > 0) {
                    throw in.mistake("Not enough )'s.");
                }
                return;
            }
            int start = out.size();
            char c = in.next();
            if (c == ')') {
                if (depth == 0) {
                    throw in.mistake("Too many )'s.");
                }
                return;
            }
            if (isQuantifier(c)) {
                throw in.mistake(
                        afterQuantifier
                                ? "Nested quantifier '" + c + "'."
                                : "Quantifier '" + c + "' following nothing.");
            }
            afterQuantifier = false;
            Atom atom = atom(c);
            if (atom != Atom.NONE) {
                blanks();
                afterQuantifier = quantifier(start, atom == Atom.SINGLE);
            }
        }
    }

    private enum Atom {
        NONE,
        SINGLE,
        COMPOUND
    }

    private Atom atom(char c) {
        switch (c) {
            case '|' -> {
                out.add("|");
                return Atom.NONE;
            }
            case '(' -> {
                return group();
            }
            case '[' -> out.add(CharClass.read(in, has(Options.ECMA_SCRIPT)));
            case '.' -> out.add(has(Options.SINGLELINE) ? "(?s:.)" : "[^\\n]");
            case '^' -> out.add(has(Options.MULTILINE) ? "(?<![^\\n])" : "\\A");
            case '$' -> out.add(has(Options.MULTILINE) ? "(?![^\\n])" : "(?=\\n?\\z)");
            case '\\' -> {
                return backslash();
            }
            default -> out.literal(c);
        }
        return c == '^' || c == '$' ? Atom.COMPOUND : Atom.SINGLE;
    }

    /** Comments, and white space where it does not count. */
    private void blanks() {
        while (in.more()) {
            if (has(Options.IGNORE_BLANK) && Character.isWhitespace(in.peek())) {
                in.at++;
            } else if (has(Options.IGNORE_BLANK) && in.peek() == '#') {
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

    private boolean isQuantifier(char c) {
        return c == '*' || c == '+' || c == '?' || (c == '{' && isCounted(in.at));
    }

    private boolean isCounted(int from) {
        int at = digits(from);
        if (at == from) {
            return false;
        }
        if (at < in.pattern.length() && in.pattern.charAt(at) == ',') {
            at = digits(at + 1);
        }
        return at < in.pattern.length() && in.pattern.charAt(at) == '}';
    }

    private int digits(int from) {
        int at = from;
        while (at < in.pattern.length() && in.pattern.charAt(at) >= '0' && in.pattern.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private boolean quantifier(int start, boolean single) {
        if (!in.more() || !isQuantifierAhead()) {
            return false;
        }
        char c = in.next();
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
        blanks();
        boolean lazy = in.skip('?');
        if (max >= 0 && min > max) {
            throw in.mistake("Illegal {x,y} with x > y.");
        }
        if (max < 0 && lookBehinds > 0) {
            max = min + LOOK_BEHIND_LIMIT;
        }
        out.repeat(start, single, written(min, max) + (lazy ? "?" : ""));
        return true;
    }

    private boolean isQuantifierAhead() {
        char c = in.peek();
        return c == '*' || c == '+' || c == '?' || (c == '{' && isCounted(in.at + 1));
    }

    private static String written(int min, int max) {
        if (max < 0) {
            return min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}";
        }
        return min == 0 && max == 1 ? "?" : "{" + min + "," + max + "}";
    }

    private Atom group() {
        boolean plain = !in.sees('?') || in.sees("?)");
        if (plain) {
            body(has(Options.EXPLICIT_CAPTURE) ? "(?:" : capture(""), false);
            return Atom.SINGLE;
        }
        in.at++;
        if (!in.more()) {
            throw in.mistake("Unrecognized grouping construct.");
        }
        char c = in.next();
        switch (c) {
            case ':', '=', '!', '>' -> body("(?" + c, false);
            case '\'' -> named('\'');
            case '<' -> angled();
            case '(' -> throw in.mistake("Conditional alternation is not supported by this gateway.");
            default -> {
                in.at--;
                return inlineOptions();
            }
        }
        return c == ':' || c == '>' ? Atom.SINGLE : Atom.COMPOUND;
    }

    private void angled() {
        if (in.sees('=') || in.sees('!')) {
            char sign = in.next();
            lookBehinds++;
            body("(?<" + sign, false);
            lookBehinds--;
            return;
        }
        named('>');
    }

    private void named(char close) {
        if (!in.more()) {
            throw in.mistake("Unrecognized grouping construct.");
        }
        boolean digit = Character.isDigit(in.peek());
        String name;
        if (digit) {
            name = Integer.toString(in.number());
            if (in.more() && !in.sees(close) && !in.sees('-')) {
                throw in.mistake("Invalid group name: Group names must begin with a word character.");
            }
            if (name.equals("0")) {
                throw in.mistake("Capture number cannot be zero.");
            }
        } else {
            name = in.name();
        }
        if (in.sees('-')) {
            throw in.mistake("Balancing groups are not supported by this gateway.");
        }
        if (name.isEmpty()) {
            in.at++;
            throw in.mistake("Invalid group name: Group names must begin with a word character.");
        }
        if (!in.skip(close)) {
            throw in.mistake(
                    in.more()
                            ? "Invalid group name: Group names must begin with a word character."
                            : "Unrecognized grouping construct.");
        }
        body(capture(name), false);
    }

    private String capture(String name) {
        captures.add(name);
        return "(";
    }

    private Atom inlineOptions() {
        int before = options;
        boolean off = false;
        while (in.more() && (in.peek() == '+' || in.peek() == '-' || optionOf(in.peek()) != 0)) {
            char c = in.next();
            if (c == '+' || c == '-') {
                off = c == '-';
            } else {
                options = off ? options & ~optionOf(c) : options | optionOf(c);
            }
        }
        boolean changed = ((before ^ options) & Options.IGNORE_CASE) != 0;
        String flags = changed ? has(Options.IGNORE_CASE) ? "iu" : "-iu" : "";
        if (in.skip(')')) {
            if (changed) {
                out.add("(?" + flags + ")");
            }
            return Atom.NONE;
        }
        if (!in.skip(':')) {
            if (in.more()) {
                in.at++;
            }
            throw in.mistake("Unrecognized grouping construct.");
        }
        int inner = options;
        options = before;
        options(inner, "(?" + flags + ":");
        return Atom.SINGLE;
    }

    private void options(int inner, String open) {
        int before = options;
        options = inner;
        body(open, true);
        options = before;
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

    /** The inside of a group up to its end; options set within end with it. */
    private void body(String open, boolean optionsSet) {
        int before = options;
        if (depth >= DEEPEST) {
            throw in.mistake("Groups are nested more than " + DEEPEST + " deep.");
        }
        out.add(open);
        depth++;
        branches();
        depth--;
        out.add(")");
        if (!optionsSet) {
            options = before;
        }
    }

    private Atom backslash() {
        if (!in.more()) {
            throw in.mistake("Illegal \\ at end of pattern.");
        }
        boolean ecma = has(Options.ECMA_SCRIPT);
        char c = in.next();
        switch (c) {
            case 'A', 'z', 'G' -> out.add("\\" + c);
            case 'Z' -> out.add("(?=\\n?\\z)");
            case 'b' -> out.add(boundary(ecma ? ASCII_WORD : WORD, true));
            case 'B' -> out.add(boundary(ecma ? ASCII_WORD : WORD, false));
            case 'd', 's', 'w' -> out.add("[" + CharClass.shorthand(c, ecma) + "]");
            case 'D', 'S', 'W' -> out.add("[^" + CharClass.shorthand(c, ecma) + "]");
            case 'p' -> out.add("[" + CharClass.property(in) + "]");
            case 'P' -> out.add("[^" + CharClass.property(in) + "]");
            case 'k' -> reference();
            default -> {
                return escaped(ecma, c);
            }
        }
        return "AzGZbBk".indexOf(c) >= 0 ? Atom.COMPOUND : Atom.SINGLE;
    }

    private static String boundary(String word, boolean is) {
        return is
                ? "(?:(?<=" + word + ")(?!" + word + ")|(?<!" + word + ")(?=" + word + "))"
                : "(?:(?<=" + word + ")(?=" + word + ")|(?<!" + word + ")(?!" + word + "))";
    }

    private Atom escaped(boolean ecma, char c) {
        in.at--;
        if (c >= '1' && c <= '9') {
            int end = digits(in.at);
            String number = in.pattern.substring(in.at, end);
            if (number.length() == 1
                    || Integer.parseInt(number.substring(0, Math.min(9, number.length()))) <= groupsOfPattern()) {
                in.at = end;
                out.add(new Reference(number, end, true));
                return Atom.COMPOUND;
            }
            if (c > '7') {
                in.at = end;
                throw in.mistake("Reference to undefined group number " + number + ".");
            }
        }
        out.literal(in.escape(ecma));
        return Atom.SINGLE;
    }

    /** How many groups the pattern can have at most: what a number of two digits is held against before it is taken for octal. */
    private long groupsOfPattern() {
        return in.pattern.chars().filter(c -> c == '(').count();
    }

    private void reference() {
        char open = in.more() ? in.next() : ' ';
        char close = open == '<' ? '>' : '\'';
        String name = open == '<' || open == '\'' ? in.name() : "";
        if (name.isEmpty() || !in.skip(close)) {
            throw in.mistake("Malformed \\k<...> named back reference.");
        }
        out.add(new Reference(name, in.at, Character.isDigit(name.charAt(0))));
    }
}
