package dev.apim.core.document;

import dev.apim.model.NamedValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The named values of one document: which it refers to, and how much they add to it. */
final class Substitution {
    private final NamedValues values;
    private final Mistakes mistakes;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> advice = new HashMap<>();
    private final int limit;
    private long added;

    Substitution(NamedValues values, int limit, Mistakes mistakes) {
        this.values = values;
        this.limit = limit;
        this.mistakes = mistakes;
    }

    /** What stands for a name that is referred to at an offset, or {@code null} where the reference stays as it is. */
    @Nullable
    NamedValue find(String name, int offset, boolean counted) {
        if (counted) {
            names.add(name);
        }
        Optional<NamedValue> found = values.find(name);
        if (found.isEmpty()) {
            return null;
        }
        added += found.get().value().length();
        if (added > limit) {
            throw mistakes.refusal(
                    offset,
                    "named values make the document longer by more than " + limit + " characters; refer to fewer");
        }
        return found.get();
    }

    /** Whether a name without a value is a mistake. */
    boolean known() {
        return values.known();
    }

    void reportUndefined(String name, int offset) {
        mistakes.lesser(
                offset, "named value '" + name + "' is not defined; " + advice.computeIfAbsent(name, this::advice));
    }

    private String advice(String name) {
        return values.nearest(name).map(n -> "did you mean '" + n + "'?").orElse("define it or correct the name");
    }

    Set<String> names() {
        return names;
    }
}
