package dev.apim.core.snapshot;

import dev.apim.core.resource.Configuration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which named values, fragments and other parts differ between two configurations, by key: the index that says which documents must be
 * compiled again.
 *
 * @param namedValues by display name
 * @param fragments by name
 * @param parts backends, schemas and loggers, as {@link #part} names them
 */
record NameChanges(Set<String> namedValues, Set<String> fragments, Set<String> parts) {
    static NameChanges between(Configuration before, Configuration after) {
        return new NameChanges(
                changed(before.namedValues(), after.namedValues()),
                changed(before.fragments(), after.fragments()),
                parts(before, after));
    }

    private static Set<String> parts(Configuration before, Configuration after) {
        Set<String> parts = new HashSet<>();
        changed(before.backends(), after.backends()).forEach(key -> parts.add("backend " + key));
        changed(before.schemas(), after.schemas()).forEach(key -> parts.add("schema " + key));
        changed(before.loggers(), after.loggers()).forEach(key -> parts.add("logger " + key));
        return parts;
    }

    /** What a document refers to, by kind and name. */
    static String part(String kind, @Nullable String workspaceId, String id) {
        return kind + " " + folded(Configuration.key(workspaceId, id));
    }

    boolean isEmpty() {
        return namedValues.isEmpty() && fragments.isEmpty() && parts.isEmpty();
    }

    /** Whether a document refers to any of them. */
    boolean touch(CompiledDocument document) {
        if (isEmpty()) {
            return false;
        }
        return any(document, document.references().namedValues(), namedValues)
                || any(document, document.references().fragments(), fragments)
                || !Collections.disjoint(document.uses(), parts);
    }

    /** The same with fragments that changed because of what they refer to. */
    NameChanges withFragments(Set<String> more) {
        Set<String> all = new HashSet<>(fragments);
        all.addAll(more);
        return new NameChanges(namedValues, all, parts);
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
