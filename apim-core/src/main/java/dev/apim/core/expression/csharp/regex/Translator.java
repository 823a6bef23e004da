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
    private boolean isForJava = true;
    private boolean capturesOften;

    private Translator(String pattern, int options) {
        this.in = new PatternReader(pattern);
        this.options = options;
    }

    /** The translation of a pattern. */
    static CompiledPattern translate(String pattern, int options) {
        Translator translator = new Translator(pattern, options);
        translator.branches();
        boolean isForJava = translator.isForJava && (options & Options.RIGHT_TO_LEFT) == 0;
        return CompiledPattern.of(
                translator.in,
                new CompiledPattern.Translation(
                        translator.out.all(), translator.captures, isForJava, translator.capturesOften),
                options);
    }

    private boolean has(int option) {
        return (options & option) != 0;
    }

    /** What stands between two parentheses, or the whole. */
    private void branches() {
        boolean afterQuantifier = false;
        while (true) {
            PatternSyntax.blanks(in, has(Options.IGNORE_BLANK));
            if (!in.more()) {
                if (depth > 0) {
                    throw in.mistake("Not enough )'s.");
                }
                return;
            }
            int start = out.size();
            int groups = captures.size();
            char c = in.next();
            if (c == ')') {
                if (depth == 0) {
                    throw in.mistake("Too many )'s.");
                }
                return;
            }
            if (PatternSyntax.isQuantifier(in, c)) {
                throw in.mistake(
                        afterQuantifier
                                ? "Nested quantifier '" + c + "'."
                                : "Quantifier '" + c + "' following nothing.");
            }
            afterQuantifier = false;
            Atom atom = atom(c);
            if (atom != Atom.NONE) {
                PatternSyntax.blanks(in, has(Options.IGNORE_BLANK));
                afterQuantifier = quantifier(start, atom == Atom.SINGLE);
                capturesOften |= afterQuantifier && captures.size() > groups;
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

    private boolean quantifier(int start, boolean single) {
        PatternSyntax.Quantifier quantifier = PatternSyntax.quantifier(in, has(Options.IGNORE_BLANK));
        if (quantifier == null) {
            return false;
        }
        int min = quantifier.min();
        int max = quantifier.max();
        if (max < 0 && lookBehinds > 0) {
            max = min + LOOK_BEHIND_LIMIT;
        }
        out.repeat(start, single, written(min, max) + (quantifier.lazy() ? "?" : ""));
        return true;
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
            case '(' -> conditional();
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
        boolean balances = in.skip('-');
        if (balances) {
            balanced();
        }
        if (name.isEmpty() && !balances) {
            in.at++;
            throw in.mistake("Invalid group name: Group names must begin with a word character.");
        }
        if (!in.skip(close)) {
            throw in.mistake(
                    in.more()
                            ? "Invalid group name: Group names must begin with a word character."
                            : "Unrecognized grouping construct.");
        }
        body(name.isEmpty() ? "(?:" : capture(name), false);
    }

    /** The group whose capture a group takes away; Java's engine cannot. */
    private void balanced() {
        isForJava = false;
        boolean numbered = in.more() && Character.isDigit(in.peek());
        String other = numbered ? Integer.toString(in.number()) : in.name();
        if (other.isEmpty()) {
            throw in.mistake("Invalid group name: Group names must begin with a word character.");
        }
        out.add(new Reference(other, in.at, numbered));
    }

    /** {@code (?(1)yes|no)}, {@code (?(name)yes|no)}, {@code (?(expression)yes|no)}; Java's engine cannot. */
    private void conditional() {
        isForJava = false;
        int start = in.at;
        boolean numbered = in.more() && Character.isDigit(in.peek());
        String name = in.more() && !in.sees('?') ? numbered ? Integer.toString(in.number()) : in.name() : "";
        if (numbered && !in.sees(')')) {
            throw in.mistake(
                    "Conditional alternation is missing a closing parenthesis after the group number " + name + ".");
        }
        if (numbered) {
            out.add(new Reference(name, in.at, true, "Conditional alternation refers to an undefined group number "));
        }
        if (name.isEmpty() || !in.skip(')')) {
            in.at = start;
            condition();
        }
        int pieces = out.size();
        body("(?:", false);
        if (choices(pieces) > 1) {
            throw in.mistake("Too many | in (?()|).");
        }
    }

    private void condition() {
        if (in.sees("?<") && !in.sees("?<=") && !in.sees("?<!") || in.sees("?'")) {
            throw in.mistake("Alternation conditions do not capture and cannot be named.");
        }
        if (in.sees("?#")) {
            throw in.mistake("Alternation conditions cannot be comments.");
        }
        if (in.sees('?')) {
            group();
        } else {
            body("(?=", false);
        }
    }

    /** How many bars stand in what was written from a place on, those in groups within it left out. */
    private int choices(int from) {
        int nested = 0;
        int bars = 0;
        for (Object piece : out.all().subList(from, out.size())) {
            String java = piece.toString();
            nested +=
                    java.startsWith("(") && !java.endsWith(")") ? 1 : java.equals(")") || java.startsWith(")") ? -1 : 0;
            bars += nested == 1 && java.equals("|") ? 1 : 0;
        }
        return bars;
    }

    private String capture(String name) {
        captures.add(name);
        return "(";
    }

    private Atom inlineOptions() {
        int before = options;
        options = PatternSyntax.options(in, options);
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
            String number = PatternSyntax.reference(in);
            if (!number.isEmpty()) {
                out.add(new Reference(number, in.at, true));
                return Atom.COMPOUND;
            }
            if (c > '7') {
                String digits = in.pattern.substring(in.at, PatternSyntax.digits(in, in.at));
                in.at += digits.length();
                throw in.mistake("Reference to undefined group number " + digits + ".");
            }
        }
        out.literal(in.escape(ecma));
        return Atom.SINGLE;
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
