package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.regex.Pieces.Reference;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern ready to match. Immutable, thread-safe.
 *
 * @param java matches; absent where Java's engine cannot
 * @param groups Java's groups of each of .NET's, by number; several where several parts of the pattern share a name
 * @param names of the groups by number
 * @param numbers of the groups by name
 * @param capturesOften whether a group may capture more than once
 * @param source as it is written, with its options
 */
record CompiledPattern(
        @Nullable Pattern java,
        TreeMap<Integer, List<Integer>> groups,
        Map<Integer, String> names,
        Map<String, Integer> numbers,
        boolean capturesOften,
        Source source) {
    private static final int KEPT = 512;
    private static final int LONGEST = 10_000;
    private static final Map<Key, CompiledPattern> CACHE = new ConcurrentHashMap<>();

    private record Key(String pattern, int options) {}

    /** A pattern as it is written, and what it is matched by where Java's engine cannot, or forgets captures. */
    static final class Source {
        private final String pattern;
        private final int options;
        private volatile @Nullable TreeMatcher tree;

        Source(String pattern, int options) {
            this.pattern = pattern;
            this.options = options;
        }
    }

    /** The pattern for our own engine; read when it is first needed. */
    TreeMatcher tree() {
        TreeMatcher known = source.tree;
        if (known == null) {
            known = TreeMatcher.of(source.pattern, source.options, groups, names);
            source.tree = known;
        }
        return known;
    }

    /** The pattern, perhaps from those met before. */
    static CompiledPattern get(String pattern, int options) {
        if (pattern.length() > LONGEST) {
            throw new BudgetException("The regular expression is longer than " + LONGEST + " characters.");
        }
        Key key = new Key(pattern, options);
        CompiledPattern known = CACHE.get(key);
        if (known == null) {
            known = Translator.translate(pattern, options);
            if (CACHE.size() >= KEPT) {
                CACHE.clear();
            }
            CACHE.put(key, known);
        }
        return known;
    }

    /**
     * What the translator wrote.
     *
     * @param captures the names of the groups in order, empty of one without
     * @param isForJava whether Java's engine can match it
     * @param capturesOften whether a group stands in a repetition
     */
    record Translation(List<Object> pieces, List<String> captures, boolean isForJava, boolean capturesOften) {}

    /** Of what the translator wrote. */
    static CompiledPattern of(PatternReader in, Translation translation, int options) {
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        Map<Integer, String> names = new TreeMap<>();
        number(translation.captures(), groups, names);
        StringBuilder java = new StringBuilder();
        for (Object piece : translation.pieces()) {
            java.append(piece instanceof Reference reference ? resolved(in, reference, groups, names) : piece);
        }
        int flags = (options & Options.IGNORE_CASE) != 0 ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        boolean often = translation.capturesOften() || groups.values().stream().anyMatch(all -> all.size() > 1);
        Source source = new Source(in.pattern, options);
        try {
            Map<String, Integer> numbers = new HashMap<>();
            names.forEach((number, name) -> numbers.putIfAbsent(name, number));
            Pattern compiled = translation.isForJava() ? Pattern.compile(java.toString(), flags) : null;
            return new CompiledPattern(compiled, groups, names, numbers, often, source);
        } catch (PatternSyntaxException e) {
            throw in.mistake("This gateway cannot match the pattern: " + e.getDescription() + ".");
        } catch (StackOverflowError e) {
            throw DotNetException.argument("The pattern nests too deeply.", "pattern");
        }
    }

    /** Groups without a name count first, then the named ones; a number for a name is a number. */
    private static void number(
            List<String> captures, TreeMap<Integer, List<Integer>> groups, Map<Integer, String> names) {
        groups.put(0, List.of(0));
        names.put(0, "0");
        int next = 1;
        for (int i = 0; i < captures.size(); i++) {
            String name = captures.get(i);
            if (name.isEmpty()) {
                place(groups, names, next++, i + 1, "");
            } else if (Character.isDigit(name.charAt(0))) {
                place(groups, names, Integer.parseInt(name), i + 1, name);
            }
        }
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < captures.size(); i++) {
            String name = captures.get(i);
            if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
                continue;
            }
            Integer known = byName.get(name);
            if (known == null) {
                while (groups.containsKey(next)) {
                    next++;
                }
                known = next++;
                byName.put(name, known);
            }
            place(groups, names, known, i + 1, name);
        }
    }

    private static void place(
            TreeMap<Integer, List<Integer>> groups, Map<Integer, String> names, int number, int java, String name) {
        groups.computeIfAbsent(number, n -> new ArrayList<>()).add(java);
        names.put(number, name.isEmpty() ? Integer.toString(number) : name);
    }

    private static String resolved(
            PatternReader in, Reference reference, TreeMap<Integer, List<Integer>> groups, Map<Integer, String> names) {
        List<Integer> java = null;
        for (Map.Entry<Integer, String> name : names.entrySet()) {
            if (name.getValue().equals(reference.name())) {
                java = groups.get(name.getKey());
            }
        }
        if (java == null) {
            throw in.mistake(
                    reference.mistake() + (reference.numbered() ? reference.name() : "'" + reference.name() + "'")
                            + ".",
                    reference.offset());
        }
        StringBuilder written = new StringBuilder("(?:");
        for (int i = java.size() - 1; i >= 0; i--) {
            written.append('\\').append(java.get(i)).append(i == 0 ? ")" : "|");
        }
        return written.toString();
    }

    /** The number of a group by name or number, -1 where there is none. */
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }
}
