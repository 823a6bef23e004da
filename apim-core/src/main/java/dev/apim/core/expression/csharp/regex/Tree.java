package dev.apim.core.expression.csharp.regex;

import java.util.List;

/** A pattern taken apart, for {@link Machine}. Immutable. */
sealed interface Tree {
    /** Matches nothing, anywhere. */
    Tree EMPTY = new Sequence(List.of());

    /** One character. */
    record One(CharTest test) implements Tree {}

    /** One after the other. */
    record Sequence(List<Tree> parts) implements Tree {}

    /** The first of these that leads to a match. */
    record Choice(List<Tree> branches) implements Tree {}

    /**
     * A group.
     *
     * @param number of the group that captures, -1 of none
     * @param popped the group whose last capture is taken away, -1 of none
     */
    record Capturing(int number, int popped, Tree body) implements Tree {}

    /**
     * A repetition.
     *
     * @param max -1 without limit
     */
    record Loop(Tree body, int min, int max, boolean lazy) implements Tree {}

    /** What a group captured last, once more. */
    record Reference(int number, boolean ignoreCase, boolean ecma) implements Tree {}

    /** A condition about a place. */
    record Anchor(Place place) implements Tree {}

    /** Whether something matches here, without going on. */
    record Look(Tree body, boolean behind, boolean negative) implements Tree {}

    /** What matches first, and no other way. */
    record Atomic(Tree body) implements Tree {}

    /** One of two, by whether a group has captured something. */
    record IfGroup(int number, Tree yes, Tree no) implements Tree {}

    /** One of two, by whether something matches here. */
    record IfMatch(Look condition, Tree yes, Tree no) implements Tree {}

    /** Places that anchors ask for. */
    enum Place {
        START,
        LINE_START,
        END,
        LAST_LINE_END,
        LINE_END,
        SEARCH_START,
        BOUNDARY,
        NO_BOUNDARY,
        ASCII_BOUNDARY,
        NO_ASCII_BOUNDARY
    }
}
