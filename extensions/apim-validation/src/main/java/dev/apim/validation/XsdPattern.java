package dev.apim.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much the JDK's engine would try to hold a text against a pattern of an XML schema: told from the end of the text to its beginning,
 * for each state what it costs to go on from there, greedy ways first, up to the first that leads to the end. That takes time by the
 * product of the lengths of pattern and text, whatever comes out. Immutable and thread-safe.
 */
final class XsdPattern {
    private final XsdPart.State[] states;
    private final int[][] next;
    private final double[][] ways;
    private final boolean[] last;
    private final int[] first;
    private final double[] firstWays;
    private final int edges;

    XsdPattern(XsdPart whole) {
        Map<XsdPart.State, Integer> numbers = new LinkedHashMap<>();
        List<XsdPart.State> found = new ArrayList<>(whole.first().keySet());
        for (int i = 0; i < found.size(); i++) {
            if (numbers.putIfAbsent(found.get(i), numbers.size()) == null) {
                found.addAll(found.get(i).next.keySet());
            }
        }
        states = numbers.keySet().toArray(XsdPart.State[]::new);
        next = new int[states.length][];
        ways = new double[states.length][];
        last = new boolean[states.length];
        int count = states.length;
        for (int i = 0; i < states.length; i++) {
            next[i] = numbers(states[i].next, numbers);
            ways[i] = ways(states[i].next);
            last[i] = whole.last().containsKey(states[i]);
            count += next[i].length;
        }
        first = numbers(whole.first(), numbers);
        firstWays = ways(whole.first());
        edges = count;
    }

    private static int[] numbers(Map<XsdPart.State, Double> to, Map<XsdPart.State, Integer> numbers) {
        return to.keySet().stream().mapToInt(numbers::get).toArray();
    }

    private static double[] ways(Map<XsdPart.State, Double> to) {
        return to.values().stream().mapToDouble(each -> each).toArray();
    }

    /** What it takes to find out what {@link #tries} says, in steps. */
    double effort(String text) {
        return (double) edges * text.length();
    }

    /** How often the engine looks at a character; infinity where that is beyond numbers. */
    double tries(String text) {
        int[] characters = text.codePoints().toArray();
        Ahead ahead = new Ahead(states.length);
        for (int i = characters.length - 1; i >= 0; i--) {
            Ahead here = new Ahead(states.length);
            for (int state = 0; state < states.length; state++) {
                here.cost[state] = 1;
                if (states[state].reads(characters[i])) {
                    if (i == characters.length - 1) {
                        here.matches[state] = last[state];
                    } else {
                        ahead.goOn(next[state], ways[state], here, state);
                    }
                }
            }
            ahead = here;
        }
        Ahead whole = new Ahead(1);
        ahead.goOn(first, firstWays, whole, 0);
        return whole.cost[0];
    }

    /** For each state whether the rest of the text leads from there to the end, and what finding out costs. */
    private static final class Ahead {
        private final boolean[] matches;
        private final double[] cost;

        Ahead(int states) {
            matches = new boolean[states];
            cost = new double[states];
        }

        void goOn(int[] to, double[] ways, Ahead from, int state) {
            for (int i = 0; i < to.length && !from.matches[state]; i++) {
                boolean match = matches[to[i]];
                from.cost[state] += match ? cost[to[i]] : cost[to[i]] * ways[i];
                from.matches[state] = match;
            }
        }
    }
}
