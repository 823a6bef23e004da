package dev.apim.core.expression.csharp.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a pattern that {@link Translator} found correct into a tree. */
final class TreeReader {
    private final PatternReader in;
    private final TreeGroups groups;
    private int options;

    private TreeReader(String pattern, int options, TreeGroups groups) {
        this.in = new PatternReader(pattern);
        this.options = options;
        this.groups = groups;
    }

    /**
     * The tree of a pattern.
     *
     * @param java Java's groups of each of .NET's: what stands first in the pattern is 1
     */
    static Tree read(String pattern, int options, TreeMap<Integer, List<Integer>> java, Map<Integer, String> names) {
        return new TreeReader(pattern, options, TreeGroups.of(java, names)).branches();
    }

    private boolean has(int option) {
        return (options & option) != 0;
    }

    private Tree branches() {
        List<Tree> branches = new ArrayList<>();
        List<Tree> sequence = new ArrayList<>();
        while (true) {
            PatternSyntax.blanks(in, has(Options.IGNORE_BLANK));
            if (!in.more() || in.sees(')')) {
                branches.add(sequence(sequence));
                return branches.size() == 1 ? branches.get(0) : new Tree.Choice(branches);
            }
            if (in.skip('|')) {
                branches.add(sequence(sequence));
                sequence = new ArrayList<>();
            } else {
                Tree atom = atom(in.next());
                sequence.add(atom == Tree.EMPTY ? atom : repeated(atom));
            }
        }
    }

    private static Tree sequence(List<Tree> parts) {
        return parts.size() == 1 ? parts.get(0) : new Tree.Sequence(List.copyOf(parts));
    }

    private Tree repeated(Tree atom) {
        PatternSyntax.blanks(in, has(Options.IGNORE_BLANK));
        PatternSyntax.Quantifier quantifier = PatternSyntax.quantifier(in, has(Options.IGNORE_BLANK));
        return quantifier == null ? atom : new Tree.Loop(atom, quantifier.min(), quantifier.max(), quantifier.lazy());
    }

    private Tree one(String java) {
        return new Tree.One(CharTest.of(java, has(Options.IGNORE_CASE)));
    }

    private Tree atom(char c) {
        return switch (c) {
            case '(' -> group();
            case '[' -> one(CharClass.read(in, has(Options.ECMA_SCRIPT)));
            case '.' -> one(has(Options.SINGLELINE) ? "(?s:.)" : "[^\\n]");
            case '^' -> new Tree.Anchor(has(Options.MULTILINE) ? Tree.Place.LINE_START : Tree.Place.START);
            case '$' -> new Tree.Anchor(has(Options.MULTILINE) ? Tree.Place.LINE_END : Tree.Place.LAST_LINE_END);
            case '\\' -> backslash();
            default -> one(Pieces.escaped(c));
        };
    }

    private Tree group() {
        if (!in.skip('?')) {
            int number = has(Options.EXPLICIT_CAPTURE) ? -1 : groups.next();
            return new Tree.Capturing(number, -1, body());
        }
        char c = in.next();
        return switch (c) {
            case ':' -> new Tree.Capturing(-1, -1, body());
            case '=', '!' -> new Tree.Look(body(), false, c == '!');
            case '>' -> new Tree.Atomic(body());
            case '(' -> conditional();
            case '\'' -> named('\'');
            case '<' -> {
                if (!in.sees('=') && !in.sees('!')) {
                    yield named('>');
                }
                boolean negative = in.next() == '!';
                yield new Tree.Look(body(), true, negative);
            }
            default -> {
                in.at--;
                yield inlineOptions();
            }
        };
    }

    /** The inside of a group up to its end, which is read too; options set within end with it. */
    private Tree body() {
        int before = options;
        Tree body = branches();
        in.skip(')');
        options = before;
        return body;
    }

    private Tree named(char close) {
        boolean captures = !in.sees('-');
        String name = captures ? name() : "";
        int popped = in.skip('-') ? groups.number(name()) : -1;
        in.skip(close);
        int number = captures && !name.isEmpty() ? groups.next() : -1;
        return new Tree.Capturing(number, popped, body());
    }

    private String name() {
        return Character.isDigit(in.peek()) ? Integer.toString(in.number()) : in.name();
    }

    private Tree conditional() {
        int start = in.at;
        String name = in.more() && !in.sees('?') ? name() : "";
        int number = !name.isEmpty() && in.skip(')') ? groups.number(name) : -1;
        Tree.Look look = null;
        if (number < 0) {
            in.at = start;
            look = condition();
        }
        Tree body = body();
        boolean two = body instanceof Tree.Choice choice && choice.branches().size() == 2;
        Tree yes = two ? ((Tree.Choice) body).branches().get(0) : body;
        Tree no = two ? ((Tree.Choice) body).branches().get(1) : Tree.EMPTY;
        return look == null ? new Tree.IfGroup(number, yes, no) : new Tree.IfMatch(look, yes, no);
    }

    /** An expression in the place of a condition captures nothing itself. */
    private Tree.Look condition() {
        if (in.sees('?')) {
            Tree group = group();
            return group instanceof Tree.Look look ? look : new Tree.Look(group, false, false);
        }
        return new Tree.Look(body(), false, false);
    }

    private Tree inlineOptions() {
        int before = options;
        options = PatternSyntax.options(in, options);
        if (in.skip(')')) {
            return Tree.EMPTY;
        }
        in.skip(':');
        Tree body = branches();
        in.skip(')');
        options = before;
        return new Tree.Capturing(-1, -1, body);
    }

    private Tree backslash() {
        boolean ecma = has(Options.ECMA_SCRIPT);
        char c = in.next();
        return switch (c) {
            case 'A' -> new Tree.Anchor(Tree.Place.START);
            case 'z' -> new Tree.Anchor(Tree.Place.END);
            case 'Z' -> new Tree.Anchor(Tree.Place.LAST_LINE_END);
            case 'G' -> new Tree.Anchor(Tree.Place.SEARCH_START);
            case 'b' -> new Tree.Anchor(ecma ? Tree.Place.ASCII_BOUNDARY : Tree.Place.BOUNDARY);
            case 'B' -> new Tree.Anchor(ecma ? Tree.Place.NO_ASCII_BOUNDARY : Tree.Place.NO_BOUNDARY);
            case 'd', 's', 'w' -> one("[" + CharClass.shorthand(c, ecma) + "]");
            case 'D', 'S', 'W' -> one("[^" + CharClass.shorthand(c, ecma) + "]");
            case 'p' -> one("[" + CharClass.property(in) + "]");
            case 'P' -> one("[^" + CharClass.property(in) + "]");
            case 'k' -> {
                char close = in.next() == '<' ? '>' : '\'';
                String name = in.name();
                in.skip(close);
                yield reference(name);
            }
            default -> escaped(ecma, c);
        };
    }

    private Tree escaped(boolean ecma, char c) {
        in.at--;
        String number = c >= '1' && c <= '9' ? PatternSyntax.reference(in) : "";
        return number.isEmpty() ? one(Pieces.escaped(in.escape(ecma))) : reference(number);
    }

    private Tree reference(String name) {
        return new Tree.Reference(groups.number(name), has(Options.IGNORE_CASE), has(Options.ECMA_SCRIPT));
    }
}
