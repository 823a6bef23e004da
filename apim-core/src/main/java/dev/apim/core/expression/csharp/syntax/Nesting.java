package dev.apim.core.expression.csharp.syntax;

/**
 * Keeps trees shallow enough for whoever walks them by recursion: counts how deep constructs are within each other, and how many
 * operators and accesses follow each other on the deepest path. Not thread-safe.
 */
final class Nesting {
    private static final int DEEPEST = 128;
    private static final int LONGEST = 500;

    private int depth;
    private int links;

    /** Goes one deeper; where that is too deep, reports it, gives up and returns false. */
    boolean enter(Tokens tokens) {
        depth++;
        if (depth > DEEPEST) {
            tokens.error(
                    tokens.peek().span(),
                    "this is nested more than " + DEEPEST
                            + " deep; use variables, local functions or 'switch' to make it flatter");
            tokens.giveUp();
        }
        return depth <= DEEPEST;
    }

    void leave() {
        depth--;
    }

    /** Begins to count the links of an expression; hand the result to {@link #end}. */
    int begin() {
        int before = links;
        links = 0;
        return before;
    }

    void end(int before) {
        links = Math.max(before, links);
    }

    /** Counts an operator or an access. */
    void link(Tokens tokens) {
        links++;
        if (links == LONGEST) {
            tokens.error(
                    tokens.peek().span(),
                    "more than " + LONGEST + " operators follow each other; use variables or a StringBuilder");
            tokens.giveUp();
        }
    }
}
