package dev.apim.core.template;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Members as templates find them: by their name, else by one that differs in case alone, as Azure's templates say {@code
 * body.envelope} of an {@code Envelope}.
 */
final class Members extends AbstractMap<String, @Nullable Object> {
    private final Map<String, @Nullable Object> exact = new LinkedHashMap<>();
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Adds a member, unless there is one of that name. */
    Members with(String name, @Nullable Object value) {
        exact.putIfAbsent(name, value);
        names.putIfAbsent(name, name);
        return this;
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        names.putIfAbsent(name, name);
        return exact.put(name, value);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (exact.containsKey(name)) {
            return exact.get(name);
        }
        String other = name instanceof String text ? names.get(text) : null;
        return other == null ? null : exact.get(other);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && names.containsKey(text);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return exact.entrySet();
    }
}
