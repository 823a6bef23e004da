package dev.apim.core.snapshot;

import dev.apim.core.resource.Configuration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which named values, fragments and backends differ between two configurations, by key: the index that says which documents must be
 * compiled again.
 *
 * @param namedValues by display name
 * @param fragments by name
 * @param backends by name
 */
record NameChanges(Set<String> namedValues, Set<String> fragments, Set<String> backends) {
    static NameChanges between(Configuration before, Configuration after) {
        return new NameChanges(
                changed(before.namedValues(), after.namedValues()),
                changed(before.fragments(), after.fragments()),
                changed(before.backends(), after.backends()));
    }

    boolean isEmpty() {
        return namedValues.isEmpty() && fragments.isEmpty() && backends.isEmpty();
    }

    /** Whether a document refers to any of them. */
    boolean touch(CompiledDocument document) {
        if (isEmpty()) {
            return false;
        }
        return any(document, document.references().namedValues(), namedValues)
                || any(document, document.references().fragments(), fragments)
                || any(document, document.backends(), backends);
    }

    /** The same with fragments that changed because of what they refer to. */
    NameChanges withFragments(Set<String> more) {
        Set<String> all = new HashSet<>(fragments);
        all.addAll(more);
        return new NameChanges(namedValues, all, backends);
    }

    private static boolean any(CompiledDocument document, Set<String> names, Set<String> changed) {
        if (changed.isEmpty()) {
            return false;
        }
        for (String name : names) {
            if (changed.contains(folded(Configuration.key(document.workspaceId(), name)))) {
                return true;
            }
        }
        return false;
    }

    static String folded(String key) {
        return key.toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> Set<String> changed(Map<String, T> before, Map<String, T> after) {
        if (before == after) {
            return Set.of();
        }
        Set<String> changed = new HashSet<>();
        before.forEach((key, value) -> {
            if (!Objects.equals(value, after.get(key))) {
                changed.add(folded(key));
            }
        });
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(key -> changed.add(folded(key)));
        return changed;
    }
}
