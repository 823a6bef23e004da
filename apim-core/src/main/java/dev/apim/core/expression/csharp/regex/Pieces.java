package dev.apim.core.expression.csharp.regex;

import java.util.ArrayList;
import java.util.List;

/** The translated pattern while it grows: what is written stays changeable until it is known what follows. */
final class Pieces {
    private final List<Object> pieces = new ArrayList<>();

    /**
     * A reference to a group whose number is known at the end only.
     *
     * @param name of the group, or its number in digits
     * @param offset where it ends, for messages
     * @param mistake what to say where there is no such group, up to its name
     */
    record Reference(String name, int offset, boolean numbered, String mistake) {
        Reference(String name, int offset, boolean numbered) {
            this(name, offset, numbered, "Reference to undefined group " + (numbered ? "number " : "name "));
        }
    }

    int size() {
        return pieces.size();
    }

    void add(String java) {
        pieces.add(java);
    }

    void add(Reference reference) {
        pieces.add(reference);
    }

    /** A character that stands for itself. */
    void literal(char c) {
        pieces.add(escaped(c));
    }

    /** Repeats what was written from a place on. */
    void repeat(int from, boolean single, String quantifier) {
        if (single) {
            pieces.add(quantifier);
            return;
        }
        pieces.add(from, "(?:");
        pieces.add(")" + quantifier);
    }

    List<Object> all() {
        return pieces;
    }

    /** A character as Java's patterns always take it; half a surrogate pair as its stand-in. */
    static String escaped(char c) {
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
            return String.valueOf(c);
        }
        return String.format("\\u%04X", (int) WatchedText.standIn(c));
    }
}
