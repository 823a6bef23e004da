package dev.apim.core.expression.csharp.regex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of a pattern's groups, as they come. */
final class TreeGroups {
    private final int[] numbers;
    private final Map<Integer, String> names;
    private int read;

    private TreeGroups(int[] numbers, Map<Integer, String> names) {
        this.numbers = numbers;
        this.names = names;
    }

    static TreeGroups of(TreeMap<Integer, List<Integer>> java, Map<Integer, String> names) {
        int size = java.values().stream().mapToInt(List::size).sum();
        int[] numbers = new int[size];
        java.forEach((number, all) -> all.forEach(one -> numbers[one] = number));
        return new TreeGroups(numbers, names);
    }

    /** The number of the next group in the pattern. */
    int next() {
        return numbers[++read];
    }

    /** The number of a group by name or number, -1 where there is none. */
    int number(String name) {
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey();
            }
        }
        return -1;
    }
}
