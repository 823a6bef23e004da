package dev.apim.core.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.ApimException;
import dev.apim.core.artifact.Stored.Form;
import dev.apim.core.file.DurableFile;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import dev.apim.core.resource.ResourceType;
import dev.apim.core.resource.ResourceTypes;
import dev.apim.resource.ResourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes resources into a folder, in the spelling the folder has. */
final class FolderWriter {
    private final SourceFiles files;
    private final Overrides overrides;

    FolderWriter(SourceFiles files, Overrides overrides) {
        this.files = files;
        this.overrides = overrides;
    }

    /** Writes properties over what is there, or where it belongs. */
    void put(ResourcePath path, ObjectNode properties, @Nullable Stored present) throws IOException {
        ResourceType type = writable(path);
        if (type.isPolicy()) {
            Path file = present == null ? folderOf(path.parent()).resolve(FolderReader.POLICY) : present.file();
            write(file, text(path, properties), SourceFiles.POLICY_LIMIT);
        } else if (present != null && present.form() == Form.LIST) {
            // An entry of a list says all there is to say.
            return;
        } else if (present == null && type.isAssociation() && Files.exists(list(path, type))) {
            enlist(list(path, type), path.name());
        } else {
            Path file = present != null && present.form() == Form.FOLDER
                    ? present.file()
                    : folderOf(path)
                            .resolve(
                                    isOtherSpelling()
                                            ? type.layout().otherFile()
                                            : type.layout().file());
            described(path, type, properties, file);
        }
    }

    private void described(ResourcePath path, ResourceType type, ObjectNode properties, Path file) throws IOException {
        ObjectNode root = existing(file);
        ObjectNode kept = overrides.unapply(path, properties, root.get("properties"));
        if (type.name().equals("policyFragments")) {
            write(parent(file).resolve(FolderReader.POLICY), text(path, kept), SourceFiles.FRAGMENT_LIMIT);
            kept.remove(List.of("value", "format"));
        }
        root.set("properties", kept);
        write(
                file,
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n",
                SourceFiles.PROPERTIES_LIMIT);
    }

    private static String text(ResourcePath path, ObjectNode properties) {
        JsonNode value = properties.path("value");
        if (!value.isTextual()) {
            throw new IllegalArgumentException("properties of " + path + " have no text \"value\"");
        }
        return value.textValue();
    }

    private static ObjectNode existing(Path file) throws IOException {
        if (Files.exists(file)) {
            try {
                String text = Files.readString(file).replaceFirst("\\A\uFEFF", "");
                if (Json.mapper().readTree(text) instanceof ObjectNode object) {
                    return object;
                }
            } catch (JsonProcessingException e) {
                throw new ApimException(file + " is not JSON: correct it first", e);
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Takes a resource away, with all beneath it. */
    void delete(Stored present) throws IOException {
        switch (present.form()) {
            case FOLDER -> remove(parent(present.file()));
            case POLICY, TEXT -> {
                Files.delete(present.file());
                DurableFile.force(parent(present.file()));
            }
            case LIST -> unlist(present);
            case SPECIFICATION ->
                throw new ApimException(present.path() + " stands in " + present.file() + ": take it out there");
        }
    }

    private Path list(ResourcePath path, ResourceType type) throws IOException {
        return folderOf(path.parent()).resolve(type.collection() + ".json");
    }

    private static void enlist(Path file, String name) throws IOException {
        ArrayNode entries = entries(file);
        entries.addObject().put("name", name);
        write(file, Json.writePretty(entries) + "\n", SourceFiles.PROPERTIES_LIMIT);
    }

    private static void unlist(Stored present) throws IOException {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : entries(present.file())) {
            String name =
                    entry.isTextual() ? entry.textValue() : entry.path("name").asText();
            if (!name.equalsIgnoreCase(present.path().name())) {
                kept.add(entry);
            }
        }
        write(present.file(), Json.writePretty(kept) + "\n", SourceFiles.PROPERTIES_LIMIT);
    }

    private static ArrayNode entries(Path file) throws IOException {
        return PositionedTree.read(file.toString(), Files.readString(file), issue -> {})
                .map(PositionedTree::root)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .orElseThrow(() -> new ApimException(file + " is no list any more: correct it first"));
    }

    /** Out of sight in one step, then bit by bit. */
    private static void remove(Path folder) throws IOException {
        Path out = folder.resolveSibling(DurableFile.UNFINISHED + UUID.randomUUID());
        Files.move(folder, out, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.force(parent(folder));
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(out)) {
            walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private static ResourceType writable(ResourcePath path) {
        Optional<ResourceType> type = ResourceTypes.of(path);
        boolean placed = type.isPresent()
                && (type.get().isPolicy() || !type.get().layout().folder().isEmpty());
        boolean named = type.isPresent()
                && type.get().identifier().allows(path.name())
                && !path.name().startsWith(".");
        if (type.isEmpty() || !placed || !named) {
            throw new ApimException("an artifact folder has no place for " + path + ": keep it in another store");
        }
        return type.get();
    }

    /** The folder a resource is or belongs in. */
    private Path folderOf(ResourcePath path) throws IOException {
        if (path.equals(ResourcePath.ROOT)) {
            return files.folder();
        }
        ResourceType type = writable(path);
        ResourcePath parent =
                type.parent().isEmpty() ? ResourceTypes.scope(ResourceTypes.workspaceOf(path)) : path.parent();
        Path outer = folderOf(parent);
        for (String spelling : type.layout().folders()) {
            Optional<Path> child = named(outer.resolve(spelling), path.name());
            if (child.isPresent()) {
                return child.get();
            }
        }
        return collection(outer, type.layout()).resolve(path.name());
    }

    private static Optional<Path> named(Path collection, String name) throws IOException {
        if (!Files.isDirectory(collection)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(collection)) {
            return children.filter(c -> c.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    private Path collection(Path outer, ResourceType.Layout layout) {
        boolean other = Files.isDirectory(outer.resolve(layout.otherFolder())) || isOtherSpelling();
        return outer.resolve(
                other && !Files.isDirectory(outer.resolve(layout.folder())) ? layout.otherFolder() : layout.folder());
    }

    /** Whether the newer of Azure's tools wrote the folder. */
    private boolean isOtherSpelling() {
        return ResourceTypes.all().stream()
                .map(ResourceType::layout)
                .filter(layout -> !layout.folder().equals(layout.otherFolder()))
                .anyMatch(layout -> Files.isDirectory(files.folder().resolve(layout.otherFolder())));
    }

    private static void write(Path file, String text, int limit) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limit) {
            throw new ApimException(file + " would have " + bytes.length + " bytes, expected at most " + limit);
        }
        Path folder = parent(file);
        Files.createDirectories(folder);
        DurableFile.write(folder, file.getFileName().toString(), bytes);
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }
}
