package dev.apim.core.artifact;

import dev.apim.Issue;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SecretStores;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SpecificationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An artifact folder under construction, and what reading it gives. */
final class Folder {
    static final String POLICY = "<policies>\n  <inbound/>\n</policies>\n";

    final Path root;
    final FolderClock clock = new FolderClock();
    final List<Issue> issues = new ArrayList<>();
    Overrides overrides = Overrides.none();
    Map<String, String> environment = Map.of();
    List<SpecificationReader> readers = List.of(new FakeSpecificationReader());

    Folder(Path root) {
        this.root = root;
    }

    Folder file(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Folder bytes(String name, byte[] content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Folder info(String name, String properties) {
        return file(name, "{\n  \"properties\": {" + properties + "}\n}\n");
    }

    Folder api(String name, String path) {
        return info(
                "apis/" + name + "/apiInformation.json",
                "\"path\": \"" + path + "\", \"displayName\": \"" + name + "\"");
    }

    Folder overriding(String yaml) {
        overrides =
                Overrides.parse("configuration.prod.yaml", yaml, issues::add).orElseThrow();
        return this;
    }

    String read(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    ArtifactFolderStore store() {
        return ArtifactFolderStore.open(root, overrides, readers, clock, Runnable::run);
    }

    Map<ResourcePath, Resource> load() {
        Collection<Resource> resources = store().load(issues::add);
        Map<ResourcePath, Resource> byPath = new TreeMap<>();
        resources.forEach(resource -> byPath.put(resource.path(), resource));
        return byPath;
    }

    Optional<Configuration> configuration() {
        var secrets = SecretStores.chain(overrides.secrets(), environment, null);
        Collection<Resource> resources = store().load(issues::add);
        boolean broken = issues.stream().anyMatch(Issue::isError);
        Optional<Configuration> read =
                new ConfigurationReader(secrets, SubscriptionKeys.inMemory()).read(resources, issues::add);
        return broken ? Optional.empty() : read;
    }

    Configuration valid() {
        Optional<Configuration> configuration = configuration();
        if (configuration.isEmpty()) {
            throw new AssertionError("refused: " + issues);
        }
        return configuration.get();
    }

    List<String> errors() {
        return of(true);
    }

    List<String> warnings() {
        return of(false);
    }

    private List<String> of(boolean error) {
        return issues.stream()
                .filter(issue -> issue.isError() == error)
                .map(issue -> issue.toString().replace(root + "/", ""))
                .toList();
    }
}
