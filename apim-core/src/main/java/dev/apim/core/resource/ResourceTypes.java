package dev.apim.core.resource;

import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of everything that can be configured (Azure: management API 2024-05-01). Every type but users and workspaces may also
 * stand beneath {@code /workspaces/{id}}.
 */
public final class ResourceTypes {
    private static final List<ResourceType> ALL = Stream.of(
                    ApiRows.all(),
                    ProductRows.all(),
                    PeopleRows.all(),
                    PartRows.all(),
                    AuthorizationRows.all(),
                    TagRows.all(),
                    KeptRows.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, ResourceType> BY_NAME = byName();
    private static final Map<String, List<ResourceType>> BY_PARENT = byParent();

    private ResourceTypes() {}

    /** Every row. */
    public static List<ResourceType> all() {
        return ALL;
    }

    /** The type of the resource at a path; empty when there is no such type or the path is the service. */
    public static Optional<ResourceType> of(ResourcePath path) {
        String[] segments = path.value().substring(1).split("/", -1);
        int start = inWorkspace(segments) ? 2 : 0;
        if ((segments.length & 1) != 0) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(path.value().length());
        for (int i = start; i < segments.length; i += 2) {
            name.append(i == start ? "" : "/").append(segments[i]);
        }
        return named(name.toString());
    }

    /** The type with that name, such as {@code apis/operations}, in any case. */
    public static Optional<ResourceType> named(String name) {
        ResourceType exact = BY_NAME.get(name);
        return Optional.ofNullable(exact != null ? exact : BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The types whose collections a resource of the type {@code parent} holds; empty name: the service or a workspace. */
    public static List<ResourceType> beneath(String parent) {
        return BY_PARENT.getOrDefault(parent, List.of());
    }

    /** The workspace a resource is in, by name; {@code null} for those of the service and for workspaces themselves. */
    public static @Nullable String workspaceOf(ResourcePath path) {
        String[] segments = path.value().substring(1).split("/", 4);
        return inWorkspace(segments) ? segments[1] : null;
    }

    /** The service, or the workspace with that name. */
    public static ResourcePath scope(@Nullable String workspaceId) {
        return workspaceId == null ? ResourcePath.ROOT : ResourcePath.ROOT.child("workspaces", workspaceId);
    }

    private static boolean inWorkspace(String[] segments) {
        return segments.length > 2 && segments[0].equalsIgnoreCase("workspaces");
    }

    private static Map<String, ResourceType> byName() {
        Map<String, ResourceType> map = new HashMap<>();
        ALL.forEach(type -> {
            map.put(type.name(), type);
            map.put(type.name().toLowerCase(Locale.ROOT), type);
        });
        return Map.copyOf(map);
    }

    private static Map<String, List<ResourceType>> byParent() {
        Map<String, List<ResourceType>> map = new HashMap<>();
        ALL.forEach(type ->
                map.computeIfAbsent(type.parent(), parent -> new ArrayList<>()).add(type));
        return Map.copyOf(map);
    }
}
