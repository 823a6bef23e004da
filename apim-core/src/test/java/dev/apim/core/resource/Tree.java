package dev.apim.core.resource;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.core.secret.SecretStores;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Resources under construction, and what reading them gives. Single quotes stand for double ones. */
final class Tree {
    final Map<ResourcePath, Resource> resources = new TreeMap<>();
    final List<Issue> issues = new ArrayList<>();
    SecretStore secrets = SecretStores.none();
    SubscriptionKeys keys = SubscriptionKeys.inMemory();

    static Tree of() {
        return new Tree();
    }

    static Resource resource(String path, String properties) {
        String text = properties.replace('\'', '"');
        return new Resource(ResourcePath.of(path), text, ContentTag.of(text), pointer -> at(path, text, pointer));
    }

    private static Position at(String path, String text, String pointer) {
        return PositionedTree.read(path, text, issue -> {})
                .map(tree -> tree.at(pointer))
                .orElseGet(() -> Position.startOf(path));
    }

    Tree put(String path, String properties) {
        resources.put(ResourcePath.of(path), resource(path, properties));
        return this;
    }

    Tree api(String id) {
        return put("/apis/" + id, "{'path':'" + id + "','displayName':'" + id + "'}");
    }

    Tree policy(String parent, String value) {
        String prefix = parent.equals("/") ? "" : parent;
        return put(prefix + "/policies/policy", "{'value':'" + value + "','format':'rawxml'}");
    }

    Tree operation(String path, String method, String template) {
        return put(path, "{'displayName':'o','method':'" + method + "','urlTemplate':'" + template + "'}");
    }

    Optional<Configuration> read() {
        return new ConfigurationReader(secrets, keys).read(resources.values(), issues::add);
    }

    Configuration valid() {
        return read().orElseThrow(() -> new AssertionError("refused: " + issues));
    }

    Optional<Configuration> change(Configuration now, List<Resource> changed, String... removed) {
        Set<ResourcePath> gone = new java.util.HashSet<>();
        for (String path : removed) {
            gone.add(ResourcePath.of(path));
        }
        return now.with(changed, gone, issues::add);
    }

    List<String> errors() {
        return issues.stream().filter(Issue::isError).map(Issue::toString).toList();
    }
}
