package dev.apim.core.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.ResourceType;
import dev.apim.core.resource.ResourceTypes;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different in one environment: a {@code configuration.<env>.yaml} whose lists name resources and hold properties to merge
 * over those of the folder (Azure APIOps: publisher overrides). Secrets in it never reach a resource; {@link #secrets} has them.
 * Immutable.
 */
public final class Overrides {
    private static final Overrides NONE = new Overrides(null, Map.of());

    private final @Nullable PositionedTree tree;
    private final Map<ResourcePath, Entry> entries;

    /** Properties for one resource, and where they stand. */
    record Entry(ObjectNode properties, String pointer) {}

    private Overrides(@Nullable PositionedTree tree, Map<ResourcePath, Entry> entries) {
        this.tree = tree;
        this.entries = entries;
    }

    /** Nothing is different. */
    public static Overrides none() {
        return NONE;
    }

    /**
     * Reads a file; blocks.
     *
     * @return empty when there was an error
     */
    public static Optional<Overrides> read(Path file, IssueSink issues) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Optional<String> text = new SourceFiles(folder).text(file, SourceFiles.SPECIFICATION_LIMIT, issues);
        return text.flatMap(t -> parse(file.toString(), t, issues));
    }

    static Optional<Overrides> parse(String source, String text, IssueSink issues) {
        if (text.isBlank()) {
            return Optional.of(NONE);
        }
        return PositionedTree.read(source, text, issues).flatMap(tree -> new Collector(tree, issues).collect());
    }

    /** The secrets among them: values of named values, certificates, keys. */
    public SecretStore secrets() {
        return (kind, name) -> switch (kind) {
            case NAMED_VALUE -> text("namedValues", name, "value");
            case CERTIFICATE -> text("certificates", name, "data");
            case CERTIFICATE_PASSWORD -> text("certificates", name, "password");
            case PRIMARY_KEY -> text("subscriptions", name, "primaryKey");
            case SECONDARY_KEY -> text("subscriptions", name, "secondaryKey");
            case ENVIRONMENT -> Optional.empty();
        };
    }

    private Optional<String> text(String collection, String key, String member) {
        int slash = key.lastIndexOf('/');
        String workspace = slash < 0 ? null : key.substring("workspaces/".length(), slash);
        ResourcePath path = ResourceTypes.scope(workspace).child(collection, key.substring(slash + 1));
        Entry entry = Configuration.key(workspace, path.name()).equals(key) ? entries.get(path) : null;
        return Optional.ofNullable(entry)
                .map(e -> e.properties().path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** Merges what is different over the properties of a resource, in place; its secrets stay out. */
    void apply(ResourcePath path, ObjectNode properties) {
        Entry entry = entries.get(path);
        if (entry == null) {
            return;
        }
        ObjectNode different = entry.properties().deepCopy();
        boolean secretValue = isTrue(different.path("secret"), properties.path("secret")) || properties.has("keyVault");
        for (String pointer : ResourceTypes.of(path).map(ResourceType::secrets).orElseGet(java.util.List::of)) {
            if (!pointer.equals("/value") || secretValue) {
                remove(different, pointer);
            }
        }
        merge(properties, different);
    }

    private static boolean isTrue(JsonNode first, JsonNode otherwise) {
        return first.isMissingNode() ? otherwise.asBoolean() : first.asBoolean();
    }

    private static void remove(ObjectNode object, String pointer) {
        int last = pointer.lastIndexOf('/');
        if (object.at(pointer.substring(0, last)) instanceof ObjectNode holder) {
            // A credential inside an object is no named secret of any store, so it is taken as written.
            if (last == 0) {
                holder.remove(pointer.substring(1));
            }
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.fields().forEachRemaining(member -> {
            if (member.getValue() instanceof ObjectNode inner
                    && into.get(member.getKey()) instanceof ObjectNode outer) {
                merge(outer, inner);
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    /** The properties to write into the folder: where they equal what is different here, the folder keeps its own. */
    ObjectNode unapply(ResourcePath path, ObjectNode properties, @Nullable JsonNode stored) {
        Entry entry = entries.get(path);
        ObjectNode kept = properties.deepCopy();
        if (entry != null) {
            unmerge(kept, entry.properties(), stored);
        }
        return kept;
    }

    private static void unmerge(ObjectNode kept, JsonNode different, @Nullable JsonNode stored) {
        for (Iterator<Map.Entry<String, JsonNode>> i = different.fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> member = i.next();
            JsonNode now = kept.get(member.getKey());
            JsonNode old = stored == null ? null : stored.get(member.getKey());
            if (now instanceof ObjectNode object && member.getValue().isObject()) {
                unmerge(object, member.getValue(), old);
            } else if (member.getValue().equals(now) && old != null) {
                kept.set(member.getKey(), old);
            } else if (member.getValue().equals(now)) {
                kept.remove(member.getKey());
            }
        }
    }

    /** Where a property is written in this file, if it is. */
    Optional<Position> at(ResourcePath path, String pointer) {
        Entry entry = entries.get(path);
        if (tree == null || entry == null || entry.properties().at(pointer).isMissingNode() || pointer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(tree.at(entry.pointer() + pointer));
    }

    /** Warns of what names a resource that is not there. */
    void warnOfUnused(Collection<ResourcePath> present, IssueSink issues) {
        if (tree == null) {
            return;
        }
        java.util.Set<ResourcePath> there = new java.util.HashSet<>(present);
        entries.forEach((path, entry) -> {
            if (!there.contains(path)) {
                issues.warning(tree.at(entry.pointer()), "there is no " + path + " to override: correct its name");
            }
        });
    }

    /** Walks the lists of the file. */
    private static final class Collector {
        private final PositionedTree tree;
        private final IssueSink issues;
        private final Map<ResourcePath, Entry> entries = new TreeMap<>();
        private boolean wrong;

        Collector(PositionedTree tree, IssueSink issues) {
            this.tree = tree;
            this.issues = issues;
        }

        Optional<Overrides> collect() {
            if (!tree.root().isObject()) {
                error("", "the document is no mapping, expected lists such as namedValues");
            } else {
                level(tree.root(), "", ResourcePath.ROOT, "");
            }
            return wrong ? Optional.empty() : Optional.of(new Overrides(tree, Map.copyOf(entries)));
        }

        private void level(JsonNode node, String pointer, ResourcePath at, String parent) {
            node.fields().forEachRemaining(member -> {
                JsonNode list = member.getValue();
                String place = pointer + "/" + PositionedTree.segment(member.getKey());
                if (list.isArray()) {
                    Optional<ResourceType> type = typeOf(parent, member.getKey());
                    if (type.isEmpty()) {
                        issues.warning(tree.at(place), "'" + member.getKey() + "' is no known collection: passed over");
                    }
                    type.ifPresent(t -> list(list, place, at, t));
                }
            });
        }

        private static Optional<ResourceType> typeOf(String parent, String key) {
            return ResourceTypes.beneath(parent).stream()
                    .filter(type -> type.collection().equalsIgnoreCase(key)
                            || type.layout().otherFolder().equalsIgnoreCase(key))
                    .findFirst();
        }

        private void list(JsonNode list, String pointer, ResourcePath at, ResourceType type) {
            for (int i = 0; i < list.size(); i++) {
                JsonNode entry = list.get(i);
                String place = pointer + "/" + i;
                String name = entry.path("name").asText("");
                if (!type.identifier().allows(name)) {
                    error(place, "the entry has no usable name, expected \"name\" of a resource in " + type.name());
                } else {
                    entry(entry, place, at.child(type.collection(), name), type);
                }
            }
        }

        private void entry(JsonNode entry, String place, ResourcePath path, ResourceType type) {
            JsonNode properties = entry.get("properties");
            if (properties instanceof ObjectNode object) {
                if (entries.put(path, new Entry(object, place + "/properties")) != null) {
                    error(place, "there is a second entry for " + path + ": merge the two");
                }
            } else if (properties != null && !properties.isNull()) {
                error(place + "/properties", "properties is no mapping, expected names and values");
            }
            level(entry, place, path, type.name().equals("workspaces") ? "" : type.name());
        }

        private void error(String pointer, String message) {
            wrong = true;
            issues.error(tree.at(pointer), message);
        }
    }
}
