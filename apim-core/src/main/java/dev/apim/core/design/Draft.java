package dev.apim.core.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.core.resource.MemoryResourceStore;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Resources on their way to a configuration. Not thread-safe. */
final class Draft {
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final Map<ResourcePath, Resource> resources = new LinkedHashMap<>();

    Draft(Collection<Resource> present) {
        present.forEach(resource -> resources.put(resource.path(), resource));
    }

    Collection<Resource> resources() {
        return resources.values();
    }

    /** The properties of a resource as they stand, none if it is new. */
    ObjectNode properties(ResourcePath path) {
        Resource present = resources.get(path);
        return present == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) Json.parse(present.properties());
    }

    void put(ResourcePath path, ObjectNode properties) {
        put(path, Json.write(properties), Resource.Origin.of(path.value()));
    }

    void put(ResourcePath path, String properties, Resource.Origin origin) {
        String text = MemoryResourceStore.canonical(properties);
        Resource present = resources.get(path);
        if (present == null || !present.properties().equals(text)) {
            resources.put(path, new Resource(path, text, "d" + VERSIONS.incrementAndGet(), origin));
        }
    }

    void putPolicy(ResourcePath owner, String xml) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("format", "rawxml").put("value", xml);
        put(owner.child("policies", "policy"), properties);
    }

    void remove(ResourcePath path) {
        resources.keySet().removeIf(present -> present.equals(path) || present.isBeneath(path));
    }
}
