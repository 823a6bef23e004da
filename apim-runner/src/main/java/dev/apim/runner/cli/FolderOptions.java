package dev.apim.runner.cli;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Time;
import dev.apim.core.artifact.ArtifactFolderStore;
import dev.apim.core.artifact.Overrides;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SecretStores;
import dev.apim.core.secret.SubscriptionKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says which configuration a command works on. */
final class FolderOptions {
    @Option(
            names = "--overrides",
            paramLabel = "<file>",
            description = "What is different in this environment, as the publisher's configuration.<env>.yaml.")
    @Nullable
    Path overrides;

    @Option(
            names = "--secrets",
            paramLabel = "<dir>",
            description = "One file a secret, named as its environment variable would be.")
    @Nullable
    Path secrets;

    @Option(
            names = "--state",
            paramLabel = "<dir>",
            description =
                    "Where generated subscription keys and what quotas counted are kept, readable by their owner alone; 'run' takes "
                            + ".apim without it, other commands forget them.")
    @Nullable
    Path state;

    /** Set by the command that counts. */
    boolean strictQuotas;

    /** Where all events go as lines of JSON, in place of where their loggers say; set by the command that serves. */
    @Nullable
    Path events;

    /**
     * A folder opened for reading.
     *
     * @param store its resources
     * @param reader into records
     * @param overrides over which both were opened
     * @param again opens it over the overrides as they are then, with the same generated keys
     */
    record Opened(
            ArtifactFolderStore store, ConfigurationReader reader, OverridesFile overrides, Supplier<Opened> again) {}

    Opened open(Path folder, Time time, Executor executor) {
        return open(folder, time, executor, state == null ? SubscriptionKeys.inMemory() : SubscriptionKeys.in(state));
    }

    private Opened open(Path folder, Time time, Executor executor, SubscriptionKeys keys) {
        List<Issue> issues = new ArrayList<>();
        OverridesFile file = OverridesFile.open(overrides, time, executor);
        Overrides chosen = overrides == null
                ? Overrides.none()
                : Overrides.read(overrides, issues::add).orElseThrow(() -> new ConfigurationException(issues));
        return new Opened(
                ArtifactFolderStore.open(folder, chosen, time, executor),
                new ConfigurationReader(SecretStores.chain(chosen.secrets(), System.getenv(), secrets), keys),
                file,
                () -> open(folder, time, executor, keys));
    }
}
