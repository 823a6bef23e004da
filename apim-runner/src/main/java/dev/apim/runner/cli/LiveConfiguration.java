package dev.apim.runner.cli;

import dev.apim.Cancellable;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.Gateway;
import dev.apim.core.resource.Configuration;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a gateway under the configuration of a folder: the first load, and every change after it. Thread-safe. */
final class LiveConfiguration {
    private final Supplier<Gateway> gateway;
    private FolderOptions.Opened folder;
    private Cancellable overridesWatch = Cancellable.none();
    private @Nullable Runnable reload;
    private Map<ResourcePath, Resource> resources = Map.of();
    private @Nullable Configuration configuration;

    /** Takes what came of a change. */
    interface Listener {
        /** It is in force. */
        void loaded(Configuration configuration, List<Issue> warnings);

        /** It is refused; what was in force stays. */
        void refused(List<Issue> issues);
    }

    /**
     * Keeps it so.
     *
     * @param gateway asked for once there is a configuration without errors
     */
    LiveConfiguration(FolderOptions.Opened folder, Supplier<Gateway> gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    /**
     * Reads the folder and puts it in force, anew from the ground where the overrides have changed: they hold secrets, which no
     * resource shows.
     *
     * @return warnings
     * @throws ConfigurationException with every issue; what was in force stays
     */
    synchronized List<Issue> load() {
        FolderOptions.Opened from =
                folder.overrides().changed() ? folder.again().get() : folder;
        List<Issue> issues = new ArrayList<>();
        Map<ResourcePath, Resource> present = new HashMap<>();
        from.store().load(issues::add).forEach(resource -> present.put(resource.path(), resource));
        Optional<Configuration> next = read(from, present, issues);
        if (next.isEmpty() || issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(issues);
        }
        List<Issue> warnings = new ArrayList<>(issues);
        warnings.addAll(gateway.get().load(next.get()));
        resources = present;
        configuration = next.get();
        take(from);
        return List.copyOf(warnings);
    }

    private void take(FolderOptions.Opened from) {
        if (from != folder) {
            close();
            folder = from;
            follow();
        }
    }

    private Optional<Configuration> read(
            FolderOptions.Opened from, Map<ResourcePath, Resource> present, List<Issue> issues) {
        if (configuration == null || from != folder) {
            return from.reader().read(present.values(), issues::add);
        }
        List<Resource> changed =
                present.values().stream().filter(resource -> isNew(resource)).toList();
        Set<ResourcePath> removed = new HashSet<>(resources.keySet());
        removed.removeAll(present.keySet());
        return configuration.with(changed, removed, issues::add);
    }

    private boolean isNew(Resource resource) {
        Resource before = resources.get(resource.path());
        return before == null || !before.etag().equals(resource.etag());
    }

    /** Loads again whenever the folder or the overrides change. */
    synchronized void watch(Listener listener) {
        reload = () -> {
            try {
                List<Issue> warnings = load();
                Configuration loaded = configuration;
                if (loaded != null) {
                    listener.loaded(loaded, warnings);
                }
            } catch (ConfigurationException e) {
                listener.refused(e.issues());
            }
        };
        follow();
    }

    private void follow() {
        Runnable again = reload;
        if (again != null) {
            folder.store().watch(paths -> again.run());
            overridesWatch = folder.overrides().watch(again);
        }
    }

    /** Ends watching. */
    synchronized void close() {
        overridesWatch.cancel();
        folder.store().close();
    }
}
