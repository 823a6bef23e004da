package dev.apim.core.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An immutable map from names to APIs in many small parts, so that a change copies only the parts it touches. */
final class NamedApis<A, O> {
    private static final int PARTS = 256;

    private final List<Map<ApiRevision, RoutedApi<A, O>>> parts;

    private NamedApis(List<Map<ApiRevision, RoutedApi<A, O>>> parts) {
        this.parts = parts;
    }

    static <A, O> NamedApis<A, O> empty() {
        return new NamedApis<>(Collections.nCopies(PARTS, Map.of()));
    }

    @Nullable
    RoutedApi<A, O> get(ApiRevision name) {
        return parts.get(part(name)).get(name);
    }

    void forEach(Consumer<RoutedApi<A, O>> action) {
        parts.forEach(part -> part.values().forEach(action));
    }

    /** The same without some and with others in their place; of two with the same name the last counts. */
    NamedApis<A, O> with(Collection<ApiRevision> leaving, Collection<RoutedApi<A, O>> coming) {
        List<Map<ApiRevision, RoutedApi<A, O>>> next = new ArrayList<>(parts);
        Map<Integer, Map<ApiRevision, RoutedApi<A, O>>> copies = new HashMap<>();
        for (ApiRevision name : leaving) {
            copy(copies, name).remove(name);
        }
        for (RoutedApi<A, O> api : coming) {
            copy(copies, api.name()).put(api.name(), api);
        }
        copies.forEach(next::set);
        return new NamedApis<>(next);
    }

    private Map<ApiRevision, RoutedApi<A, O>> copy(
            Map<Integer, Map<ApiRevision, RoutedApi<A, O>>> copies, ApiRevision name) {
        return copies.computeIfAbsent(part(name), part -> new HashMap<>(parts.get(part)));
    }

    private static int part(ApiRevision name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (PARTS - 1);
    }
}
