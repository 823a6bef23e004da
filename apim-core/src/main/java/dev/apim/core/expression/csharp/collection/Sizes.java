package dev.apim.core.expression.csharp.collection;

/** How many elements a sequence has, where that can be told without going over it; negative where it cannot. */
final class Sizes {
    private static final int UNKNOWN = -1;

    private Sizes() {}

    static int unknown() {
        return UNKNOWN;
    }

    /** Of anything enumerable. */
    static int cheap(Object sequence) {
        if (Faces.isCollection(sequence)) {
            return Faces.count(sequence);
        }
        if (sequence instanceof OrderedSequence ordered) {
            return cheap(ordered.source());
        }
        return sequence instanceof Sequence lazy ? lazy.size() : UNKNOWN;
    }

    static int plus(int left, int right) {
        return left < 0 || right < 0 ? UNKNOWN : left + right;
    }

    static int orOne(int size) {
        return size == 0 ? 1 : size;
    }
}
