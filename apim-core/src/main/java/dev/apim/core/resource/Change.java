package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From one state of the resources to the next: reads what changed, bundle by bundle. */
final class Change {
    private final Shelves before;
    private final IssueSink issues;
    private final Map<ResourcePath, NavigableMap<ResourcePath, Item>> touched = new HashMap<>();
    private final Set<ResourcePath> broken = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private boolean removes;

    Change(Shelves before, IssueSink issues) {
        this.before = before;
        this.issues = issues;
    }

    void remove(Set<ResourcePath> paths) {
        for (ResourcePath path : paths) {
            removes = true;
            NavigableMap<ResourcePath, Item> items = items(Bundle.pathOf(path));
            items.keySet().removeIf(member -> member.equals(path) || member.isBeneath(path));
            if (Shelves.typeOf(path).equals("workspaces")) {
                before.all()
                        .filter(b -> b.path().isBeneath(path))
                        .forEach(b -> items(b.path()).clear());
            }
        }
    }

    void read(Collection<Resource> resources, ItemReader reader) {
        Set<ResourcePath> seen = new HashSet<>();
        for (Resource resource : resources) {
            if (!seen.add(resource.path())) {
                issues.error(
                        resource.origin().at(""),
                        "resource " + resource.path()
                                + " is there twice: names are equal without regard to case; remove" + " or rename one");
                continue;
            }
            Optional<Item> item = reader.read(resource, issues);
            NavigableMap<ResourcePath, Item> items = items(Bundle.pathOf(resource.path()));
            item.ifPresentOrElse(i -> items.put(i.path(), i), () -> broken.add(resource.path()));
        }
    }

    private NavigableMap<ResourcePath, Item> items(ResourcePath bundle) {
        return touched.computeIfAbsent(bundle, path -> {
            types.add(Shelves.typeOf(path));
            return before.bundle(path).map(b -> new TreeMap<>(b.items())).orElseGet(TreeMap::new);
        });
    }

    /** The next state; a resource whose parent is not there is reported and left out. */
    Shelves after() {
        Map<ResourcePath, Optional<Bundle>> bundles = new HashMap<>();
        touched.forEach((path, items) -> {
            items.values().removeIf(item -> isOrphan(item, path, items));
            bundles.put(path, items.isEmpty() ? Optional.empty() : Optional.of(new Bundle(path, items)));
        });
        return before.with(bundles);
    }

    private boolean isOrphan(Item item, ResourcePath bundle, Map<ResourcePath, Item> items) {
        ResourcePath parent = item.path().parent();
        if (item.path().equals(bundle) || items.containsKey(parent)) {
            return false;
        }
        if (broken.stream().noneMatch(path -> path.equals(parent) || parent.isBeneath(path))) {
            issues.error(
                    item.at(""),
                    item.path() + " lies beneath " + parent + ", which is not there: add it or remove this one");
        }
        return true;
    }

    /** Paths of the bundles that may differ between the two states. */
    Set<ResourcePath> touched() {
        return touched.keySet();
    }

    /** Whether anything of the type may differ. */
    boolean touches(String type) {
        return types.contains(type);
    }

    /** Whether a workspace, or anything in one, may differ. */
    boolean touchesWorkspaces() {
        return touches("workspaces")
                || touched.keySet().stream().anyMatch(path -> ResourceTypes.workspaceOf(path) != null);
    }

    /** Whether something went away, so that others may refer to nothing now. */
    boolean removes() {
        return removes;
    }

    /** Resources that are there but could not be read. */
    Set<ResourcePath> broken() {
        return broken;
    }
}
