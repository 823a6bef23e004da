package dev.apim.core.expression.csharp.regex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A pattern for {@link Machine}. Immutable, thread-safe. */
final class TreeMatcher {
    private final Assembly.Program program;
    private final Map<Integer, Integer> places = new TreeMap<>();
    private final boolean leftwards;

    private TreeMatcher(Tree tree, Iterable<Integer> numbers, boolean leftwards) {
        for (int number : numbers) {
            places.put(number, places.size());
        }
        this.leftwards = leftwards;
        this.program = Assembly.of(tree, places, leftwards);
    }

    static TreeMatcher of(
            String pattern, int options, TreeMap<Integer, List<Integer>> java, Map<Integer, String> names) {
        Tree tree = TreeReader.read(pattern, options, java, names);
        return new TreeMatcher(tree, java.keySet(), (options & Options.RIGHT_TO_LEFT) != 0);
    }

    /** The first match from a place on, in the direction of the pattern. */
    @Nullable
    Found find(WatchedText text, int from) {
        for (int start = from; start >= 0 && start <= text.length(); start += leftwards ? -1 : 1) {
            Found found = at(text, start, from);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A match at exactly this place. */
    @Nullable
    Found at(WatchedText text, int start, int searchStart) {
        Machine machine = new Machine(program.instructions(), Slots.of(program.slots()), text, searchStart);
        if (!machine.matches(start)) {
            return null;
        }
        Found.Part whole = new Found.Part(Math.min(start, machine.position()), Math.max(start, machine.position()));
        return new Result(whole, machine.slots(), places);
    }

    private record Result(Part whole, Slots slots, Map<Integer, Integer> places) implements Found {
        private Slots.@Nullable Captures captures(int number) {
            Integer place = places.get(number);
            return place == null ? null : slots.captures(place);
        }

        @Override
        public @Nullable Part last(int number) {
            Slots.Captures captures = captures(number);
            return captures == null ? null : new Part(captures.start(), captures.end());
        }

        @Override
        public List<Part> all(int number) {
            Slots.Captures captures = captures(number);
            return captures == null
                    ? List.of()
                    : captures.all().stream()
                            .map(one -> new Part(one.start(), one.end()))
                            .toList();
        }
    }
}
