package dev.apim.core.resource;

import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All bundles, by type and path. Immutable: a change copies the maps of the types it touches and shares the rest. */
final class Shelves {
    static final Shelves EMPTY = new Shelves(Map.of());

    private static final NavigableMap<ResourcePath, Bundle> NOTHING = new TreeMap<>();

    private final Map<String, NavigableMap<ResourcePath, Bundle>> byType;

    private Shelves(Map<String, NavigableMap<ResourcePath, Bundle>> byType) {
        this.byType = byType;
    }

    /** Bundles of one type, in the order of paths: those of the service and of every workspace. */
    Collection<Bundle> of(String type) {
        return byType.getOrDefault(type, NOTHING).values();
    }

    Optional<Bundle> bundle(ResourcePath path) {
        return Optional.ofNullable(byType.getOrDefault(typeOf(path), NOTHING).get(path));
    }

    Optional<Item> item(ResourcePath path) {
        return bundle(Bundle.pathOf(path)).map(bundle -> bundle.items().get(path));
    }

    Stream<Bundle> all() {
        return byType.values().stream().flatMap(shelf -> shelf.values().stream());
    }

    /** With some bundles replaced; an empty one is removed. */
    Shelves with(Map<ResourcePath, Optional<Bundle>> changed) {
        Map<String, NavigableMap<ResourcePath, Bundle>> next = new HashMap<>(byType);
        Map<String, NavigableMap<ResourcePath, Bundle>> copied = new HashMap<>();
        changed.forEach((path, bundle) -> {
            String type = typeOf(path);
            NavigableMap<ResourcePath, Bundle> shelf =
                    copied.computeIfAbsent(type, t -> new TreeMap<>(next.getOrDefault(t, NOTHING)));
            bundle.ifPresentOrElse(b -> shelf.put(path, b), () -> shelf.remove(path));
        });
        next.putAll(copied);
        return new Shelves(Map.copyOf(next));
    }

    static String typeOf(ResourcePath bundle) {
        return ResourceTypes.of(bundle).map(ResourceType::name).orElse("");
    }
}
