package dev.apim.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A part of a pattern as an automaton whose states are the places where it reads a character (Glushkov's), with the number of ways from
 * one to the next, in the order in which an engine that backtracks takes them. What is joined belongs to the whole from then on.
 *
 * @param empties in how many ways it reads nothing
 * @param first states it may begin with, and in how many ways
 * @param last states it may end with, and in how many ways
 * @param size how many states it has
 */
record XsdPart(double empties, Map<State, Double> first, Map<State, Double> last, int size) {
    /** Reads nothing. */
    static final XsdPart EMPTY = new XsdPart(1, Map.of(), Map.of(), 0);

    /** Reads a character. */
    static final class State {
        private static final int COMMON = 256;

        final Map<State, Double> next = new LinkedHashMap<>();
        private final Pattern character;
        private final boolean[] common = new boolean[COMMON];

        private State(Pattern character) {
            this.character = character;
            for (int c = 0; c < COMMON; c++) {
                common[c] = character.matcher(Character.toString(c)).matches();
            }
        }

        boolean reads(int c) {
            return c < COMMON
                    ? common[c]
                    : character.matcher(Character.toString(c)).matches();
        }
    }

    static XsdPart of(Pattern character) {
        Map<State, Double> only = Map.of(new State(character), 1.0);
        return new XsdPart(0, only, only, 1);
    }

    XsdPart or(XsdPart other) {
        return new XsdPart(
                empties + other.empties, sum(first, other.first, 1), sum(last, other.last, 1), size + other.size);
    }

    XsdPart then(XsdPart other) {
        join(last, other.first);
        return new XsdPart(
                empties * other.empties,
                sum(first, other.first, empties),
                sum(other.last, last, other.empties),
                size + other.size);
    }

    XsdPart optional() {
        return new XsdPart(empties + 1, first, last, size);
    }

    /** Once or more. */
    XsdPart repeated() {
        join(last, first);
        return this;
    }

    private static void join(Map<State, Double> ends, Map<State, Double> begins) {
        ends.forEach((end, out) -> begins.forEach((begin, in) -> end.next.merge(begin, out * in, Double::sum)));
    }

    private static Map<State, Double> sum(Map<State, Double> one, Map<State, Double> more, double times) {
        if (times == 0 || more.isEmpty()) {
            return one;
        }
        Map<State, Double> all = new LinkedHashMap<>(one);
        more.forEach((state, ways) -> all.merge(state, ways * times, Double::sum));
        return all;
    }
}
