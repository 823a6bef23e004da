package dev.apim.core.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.artifact.Stored.Form;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import dev.apim.core.resource.ContentTag;
import dev.apim.core.resource.ResourceType;
import dev.apim.core.resource.ResourceTypes;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SpecificationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one top-level resource with all in it, in any spelling of the tools, by the table of resource types. */
final class FolderReader {
    static final String POLICY = "policy.xml";
    private static final String WIKI = "wiki.md";

    private final SourceFiles files;
    private final Overrides overrides;
    private final SpecificationFiles specifications;
    private final IssueSink issues;
    private final List<Stored> found = new ArrayList<>();

    FolderReader(SourceFiles files, Overrides overrides, List<SpecificationReader> readers, IssueSink issues) {
        this.files = files;
        this.overrides = overrides;
        this.specifications = new SpecificationFiles(files, readers, issues);
        this.issues = issues;
    }

    List<Stored> found() {
        return found;
    }

    /** The resource of a folder and all beneath it. */
    void resource(Path folder, ResourcePath path, ResourceType type) {
        int first = found.size();
        Optional<Path> file = type.layout().files().stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
        if (file.isPresent()) {
            ObjectNode properties = properties(file.get());
            if (properties != null) {
                described(folder, path, type, file.get(), properties);
            }
        } else if (!type.name().equals("policyFragments") || !fragmentWithoutFile(folder, path)) {
            missing(folder, path, type);
        }
        if (type.name().equals("workspaces")) {
            scope(folder, path);
        } else {
            beneath(folder, path, type.name());
        }
        if (type.name().equals("apis")) {
            dropPoliciesOfNoOperation(first);
        }
    }

    private boolean fragmentWithoutFile(Path folder, ResourcePath path) {
        Path policy = folder.resolve(POLICY);
        if (!Files.exists(policy)) {
            return false;
        }
        fragment(folder, path, policy, JsonNodeFactory.instance.objectNode());
        return true;
    }

    private void missing(Path folder, ResourcePath path, ResourceType type) {
        boolean mayBe = type.name().equals("apis/operations") || type.name().equals("workspaces") || isEmpty(folder);
        if (!mayBe) {
            String name = type.layout().files().iterator().next();
            issues.error(
                    Position.startOf(folder.resolve(name).toString()),
                    "the file is missing, expected the properties of " + path + ": add it or remove the folder");
        }
    }

    private boolean isEmpty(Path folder) {
        return files.files(folder, issues).isEmpty()
                && files.folders(folder, issues).isEmpty();
    }

    private @Nullable ObjectNode properties(Path file) {
        Optional<String> text = files.text(file, SourceFiles.PROPERTIES_LIMIT, issues);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.get().stripLeading().startsWith("{")) {
            issues.error(
                    Position.startOf(file.toString()), "the file is no JSON object, expected {\"properties\": {…}}");
            return null;
        }
        Optional<PositionedTree> tree = PositionedTree.read(file.toString(), text.get(), issues);
        if (tree.isEmpty()) {
            return null;
        }
        JsonNode root = tree.get().root();
        if (root.get("properties") instanceof ObjectNode properties) {
            return properties;
        }
        if (root.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        issues.error(
                tree.get().at(root.has("properties") ? "/properties" : ""),
                "the file has no object \"properties\", expected {\"properties\": {…}}");
        return null;
    }

    private void described(Path folder, ResourcePath path, ResourceType type, Path file, ObjectNode properties) {
        switch (type.name()) {
            case "policyFragments" -> fragment(folder, path, file, properties);
            case "apis" -> api(folder, path, file, properties);
            case "tags/apiLinks" -> link(path, file, properties, "apiId", "/apis/");
            case "tags/productLinks" -> link(path, file, properties, "productId", "/products/");
            default -> add(path, properties, new FileOrigin(files, file, "/properties"), Form.FOLDER, file);
        }
    }

    /** The older tool lets the folder's name say what is tagged. */
    private void link(ResourcePath path, Path file, ObjectNode properties, String member, String collection) {
        if (!properties.has(member)) {
            properties.put(member, collection + path.name());
        }
        add(path, properties, new FileOrigin(files, file, "/properties"), Form.FOLDER, file);
    }

    private void fragment(Path folder, ResourcePath path, Path file, ObjectNode properties) {
        Path policy = folder.resolve(POLICY);
        Resource.Origin origin = new FileOrigin(files, file, "/properties");
        if (!Files.exists(policy)) {
            add(path, properties, origin, Form.FOLDER, file);
            return;
        }
        Position start = Position.startOf(policy.toString());
        files.text(policy, SourceFiles.FRAGMENT_LIMIT, issues).ifPresent(text -> {
            properties.put("value", text).put("format", "rawxml");
            add(path, properties, p -> p.equals("/value") ? start : origin.at(p), Form.FOLDER, file);
        });
    }

    private void api(Path folder, ResourcePath path, Path file, ObjectNode properties) {
        Resource.Origin origin = new FileOrigin(files, file, "/properties");
        overrides.apply(path, properties);
        specifications.read(folder, properties).ifPresent(specification -> {
            specification.defaults().forEach((name, text) -> {
                if (!properties.hasNonNull(name) && !text.isEmpty()) {
                    properties.put(name, text);
                }
            });
            specification.operations().forEach(member -> member(path, "operations", member, specification.file()));
            specification.schemas().forEach(member -> member(path, "schemas", member, specification.file()));
        });
        InlineVersionSet.in(path, properties, origin)
                .ifPresent(set -> add(set.path(), set.properties(), set.origin(), Form.INLINE, file));
        add(path, properties, origin, Form.FOLDER, file);
    }

    private void member(ResourcePath api, String collection, SpecificationReader.Member member, Path file) {
        ObjectNode properties = (ObjectNode) Json.parse(member.properties());
        add(api.child(collection, member.name()), properties, member.origin(), Form.SPECIFICATION, file);
    }

    /** Everything in the folder of a resource but the resource itself. */
    private void beneath(Path folder, ResourcePath path, String type) {
        for (ResourceType inner : ResourceTypes.beneath(type)) {
            for (String name : inner.layout().folders()) {
                for (Path child : files.folders(folder.resolve(name), issues)) {
                    resource(
                            child,
                            path.child(inner.collection(), child.getFileName().toString()),
                            inner);
                }
            }
            if (inner.isAssociation()) {
                list(folder.resolve(inner.collection() + ".json"), path, inner);
            }
        }
        texts(folder, path, type);
        warnOfUnknown(folder, type);
    }

    /** What the service or a workspace has outside the folders of its resources. */
    void scope(Path folder, ResourcePath path) {
        texts(folder, path, "");
        warnOfUnknown(folder, "");
    }

    /** A folder's own policy and Markdown. */
    private void texts(Path folder, ResourcePath path, String type) {
        String policies = type.isEmpty() ? "policies" : type + "/policies";
        if (ResourceTypes.named(policies).isPresent()) {
            Path file = Files.exists(folder.resolve(POLICY))
                    ? folder.resolve(POLICY)
                    : folder.resolve("policies").resolve(POLICY);
            policy(file, path.child("policies", "policy"));
        }
        Path wiki = folder.resolve(WIKI);
        if (Files.exists(wiki) && ResourceTypes.named(type + "/wikis").isPresent()) {
            files.text(wiki, SourceFiles.PROPERTIES_LIMIT, issues)
                    .ifPresent(text -> add(
                            path.child("wikis", "default"),
                            JsonNodeFactory.instance.objectNode().put("content", text),
                            Resource.Origin.of(wiki.toString()),
                            Form.TEXT,
                            wiki));
        }
    }

    private void policy(Path file, ResourcePath path) {
        if (!Files.exists(file)) {
            return;
        }
        files.text(file, SourceFiles.POLICY_LIMIT, issues)
                .ifPresent(text -> add(
                        path,
                        JsonNodeFactory.instance.objectNode().put("value", text).put("format", "rawxml"),
                        Resource.Origin.of(file.toString()),
                        Form.POLICY,
                        file));
    }

    private void list(Path file, ResourcePath path, ResourceType type) {
        if (!Files.exists(file)) {
            return;
        }
        Optional<PositionedTree> tree = files.text(file, SourceFiles.PROPERTIES_LIMIT, issues)
                .flatMap(text -> PositionedTree.read(file.toString(), text, issues));
        if (tree.isEmpty()) {
            return;
        }
        JsonNode list = tree.get().root();
        if (!list.isArray()) {
            issues.error(tree.get().at(""), "the file is no list, expected [{\"name\": \"…\"}, …]");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            String name =
                    entry.isTextual() ? entry.textValue() : entry.path("name").asText("");
            Position position = tree.get().at("/" + i);
            if (!type.identifier().allows(name)) {
                issues.error(position, "the entry has no usable name, expected {\"name\": \"…\"}");
            } else {
                ObjectNode none = JsonNodeFactory.instance.objectNode();
                add(path.child(type.collection(), name), none, pointer -> position, Form.LIST, file);
            }
        }
    }

    private void warnOfUnknown(Path folder, String type) {
        Set<String> known = new java.util.HashSet<>(Set.of("policies"));
        ResourceTypes.beneath(type).forEach(inner -> known.addAll(inner.layout().folders()));
        for (Path child : files.folders(folder, issues)) {
            if (!known.contains(child.getFileName().toString())) {
                issues.warning(
                        Position.startOf(child.toString()),
                        "the folder is none that Azure's tools write here: passed over with all in it");
            }
        }
    }

    /** Adds a resource; what stands in a folder of its own or in both spellings goes before what a list or description says. */
    private void add(ResourcePath path, ObjectNode properties, Resource.Origin origin, Form form, Path file) {
        overrides.apply(path, properties);
        String text = Json.write(properties);
        Resource.Origin places = p -> overrides.at(path, p).orElseGet(() -> origin.at(p));
        Stored stored = new Stored(new Resource(path, text, ContentTag.of(text), places), form, file);
        if (form == Form.FOLDER) {
            found.removeIf(other ->
                    other.path().equals(path) && (other.form() == Form.SPECIFICATION || other.form() == Form.LIST));
        } else if (form == Form.LIST
                && found.stream().anyMatch(other -> other.path().equals(path))) {
            return;
        }
        found.add(stored);
    }

    private void dropPoliciesOfNoOperation(int first) {
        List<Stored> own = found.subList(first, found.size());
        Set<ResourcePath> paths = new java.util.HashSet<>();
        own.forEach(stored -> paths.add(stored.path()));
        own.removeIf(stored -> {
            ResourcePath operation = stored.path().parent();
            boolean lost = stored.form() == Form.POLICY
                    && operation.collection().equals("operations")
                    && !paths.contains(operation);
            if (lost) {
                issues.warning(
                        Position.startOf(stored.file().toString()),
                        "the policy belongs to operation '" + operation.name()
                                + "', which the API does not have: name the folder as the operation is named");
            }
            return lost;
        });
    }
}
