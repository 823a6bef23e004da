package dev.apim.runner.cli;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.Time;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.GatewaySettings;
import dev.apim.core.StandaloneDocuments;
import dev.apim.core.file.Utf8Text;
import dev.apim.core.resource.Configuration;
import dev.apim.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks one path after the other. */
final class Validator {
    private final FolderOptions options;
    private final boolean strict;
    private final StandaloneDocuments documents;

    Validator(FolderOptions options, boolean strict) {
        this.options = options;
        this.strict = strict;
        this.documents = StandaloneDocuments.create(strict);
    }

    /** Everything found, in the order found. */
    List<Issue> validate(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.isRegularFile(path)) {
            return List.of(Issue.error(
                    Position.startOf(path.toString()), "there is no such file or folder; correct the path"));
        }
        List<Issue> issues = new ArrayList<>();
        try {
            Utf8Text.decode(path.toString(), Files.readAllBytes(path), issues::add)
                    .ifPresent(text -> documents.check(path.toString(), text, issues::add));
        } catch (IOException e) {
            issues.add(Issue.error(Position.startOf(path.toString()), "cannot be read: " + e.getMessage()));
        }
        return issues;
    }

    private List<Issue> folder(Path path) {
        List<Issue> issues = new ArrayList<>();
        Time time = new StoppedTime();
        try (var gateway = new GatewayBuilder(time, new NoBackends())
                .settings(GatewaySettings.builder().strict(strict).build())
                .build()) {
            FolderOptions.Opened folder = options.open(path, time, Runnable::run);
            Collection<Resource> resources = folder.store().load(issues::add);
            boolean readable = issues.stream().noneMatch(Issue::isError);
            Optional<Configuration> configuration = folder.reader().read(resources, issues::add);
            if (readable && configuration.isPresent()) {
                issues.addAll(gateway.load(configuration.get()));
            } else {
                // The whole cannot be compiled; each document can, and shows its mistakes in the same round.
                resources.forEach(resource -> documents.check(resource, issues::add));
            }
        } catch (ConfigurationException e) {
            issues.addAll(e.issues());
        }
        return issues.stream().distinct().toList();
    }
}
