package dev.apim.core.routing;

import java.util.List;
import java.util.Map;

/** One segment of a URL template. */
sealed interface TemplateSegment {
    /** The segment without what does not distinguish it from another: case of literals and names of parameters. */
    String shape();

    /** The parameters' names, left to right. */
    default List<String> names() {
        return List.of();
    }

    /** Reads the parameters' values out of a segment that matches. */
    void capture(String text, int from, int to, Map<String, String> values);

    /**
     * Text alone.
     *
     * @param shape the text, decoded and folded
     */
    record Literal(String shape) implements TemplateSegment {
        @Override
        public void capture(String text, int from, int to, Map<String, String> values) {
            // has no parameters
        }
    }

    /**
     * A whole segment, such as {@code {id}}.
     *
     * @param name of the parameter
     */
    record Variable(String name) implements TemplateSegment {
        @Override
        public String shape() {
            return "{}";
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public void capture(String text, int from, int to, Map<String, String> values) {
            values.put(name, text.substring(from, to));
        }
    }

    /**
     * Text and parameters in turn, such as {@code file-{id}.json}. Each parameter takes as little as it can, the last one the rest.
     *
     * @param literals decoded and folded, one more than names; only the first and the last may be empty
     * @param names of the parameters
     */
    record Compound(List<String> literals, List<String> names) implements TemplateSegment {
        public Compound {
            literals = List.copyOf(literals);
            names = List.copyOf(names);
        }

        @Override
        public String shape() {
            return String.join("{}", literals);
        }

        /** How many characters of it are text: the more, the more specific. */
        int literalLength() {
            return literals.stream().mapToInt(String::length).sum();
        }

        boolean matches(String text, int from, int to) {
            return split(text, from, to)[0] >= 0;
        }

        @Override
        public void capture(String text, int from, int to, Map<String, String> values) {
            int[] ends = split(text, from, to);
            int start = from + literals.get(0).length();
            for (int i = 0; i < ends.length; i++) {
                values.put(names.get(i), text.substring(start, ends[i]));
                start = ends[i] + literals.get(i + 1).length();
            }
        }

        /** Where each parameter ends; the first is -1 when the segment does not match. */
        private int[] split(String text, int from, int to) {
            int[] ends = new int[names.size()];
            String first = literals.get(0);
            String last = literals.get(ends.length);
            int start = from + first.length();
            int limit = to - last.length();
            boolean matches =
                    start < limit && CaseFold.same(first, text, from, start) && CaseFold.same(last, text, limit, to);
            for (int i = 0; matches && i < ends.length; i++) {
                boolean isLast = i == ends.length - 1;
                ends[i] = isLast ? limit : CaseFold.indexOf(literals.get(i + 1), text, start + 1, limit);
                matches = ends[i] > start;
                start = ends[i] + literals.get(i + 1).length();
            }
            ends[0] = matches ? ends[0] : -1;
            return ends;
        }
    }
}
