package dev.apim.core.resource;

import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resource directly beneath the service or a workspace with all that lies beneath it: what is read anew when one of them changes.
 * Immutable.
 */
final class Bundle {
    private final ResourcePath path;
    private final NavigableMap<ResourcePath, Item> items;
    private final Mentions mentions;
    private final @Nullable String workspaceId;

    Bundle(ResourcePath path, NavigableMap<ResourcePath, Item> items) {
        this.path = path;
        this.items = items;
        this.mentions = merged(items.values());
        this.workspaceId = ResourceTypes.workspaceOf(path);
    }

    /** The path of the bundle a resource is in. */
    static ResourcePath pathOf(ResourcePath path) {
        int slashes = ResourceTypes.workspaceOf(path) == null ? 3 : 5;
        int end = -1;
        for (int i = 0; i < slashes; i++) {
            end = path.value().indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return new ResourcePath(path.value().substring(0, end));
    }

    ResourcePath path() {
        return path;
    }

    @Nullable
    String workspaceId() {
        return workspaceId;
    }

    NavigableMap<ResourcePath, Item> items() {
        return items;
    }

    /** The resource itself, without what lies beneath. */
    Item root() {
        return items.firstEntry().getValue();
    }

    Mentions mentions() {
        return mentions;
    }

    /** The record of the resource itself. */
    <T> Optional<T> value(Class<T> type) {
        return Optional.of(root().value()).filter(type::isInstance).map(type::cast);
    }

    Stream<Item> items(String type) {
        return items.values().stream().filter(item -> item.type().name().equals(type));
    }

    /** The records of one type beneath it, in the order of names. */
    <T> Stream<T> values(String type, Class<T> record) {
        return items(type).map(Item::value).filter(record::isInstance).map(record::cast);
    }

    private static Mentions merged(Collection<Item> items) {
        Set<String> values = new HashSet<>();
        Set<String> certificates = new HashSet<>();
        for (Item item : items) {
            values.addAll(item.mentions().namedValues());
            certificates.addAll(item.mentions().certificates());
        }
        return values.isEmpty() && certificates.isEmpty()
                ? Mentions.NONE
                : new Mentions(Set.copyOf(values), Set.copyOf(certificates));
    }
}
