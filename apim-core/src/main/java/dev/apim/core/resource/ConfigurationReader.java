package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads resources into a {@link Configuration}. Thread-safe as far as its secret stores are; reading may block on them and on the
 * state directory of the subscription keys.
 *
 * <pre>{@code
 * var reader = new ConfigurationReader(SecretStores.chain(overrides.secrets(), System.getenv(), secrets), SubscriptionKeys.inMemory());
 * Optional<Configuration> configuration = reader.read(store.load(issues), issues);
 * }</pre>
 */
public final class ConfigurationReader {
    private final ItemReader items;
    private final SubscriptionKeys keys;

    /** With the stores of secrets and the keys of subscriptions that have none of their own. */
    public ConfigurationReader(SecretStore secrets, SubscriptionKeys keys) {
        this.items = new ItemReader(secrets, keys);
        this.keys = keys;
    }

    /**
     * Reads a whole configuration.
     *
     * @param issues takes every mistake at its place
     * @return empty when there was an error
     */
    public Optional<Configuration> read(Collection<Resource> resources, IssueSink issues) {
        Configuration nothing = new Configuration(this, Shelves.EMPTY, Views.EMPTY);
        Optional<Configuration> read = next(nothing, resources, Set.of(), issues);
        warnOfUnused(resources, issues);
        return read;
    }

    Optional<Configuration> next(
            Configuration now, Collection<Resource> changed, Set<ResourcePath> removed, IssueSink sink) {
        IssueCount issues = new IssueCount(sink);
        Change change = new Change(now.shelves(), issues);
        change.remove(removed);
        change.read(changed, items);
        Shelves after = change.after();
        Views views = new ViewBuilder(now.views(), after, change, items, issues).build();
        new Consistency(after, views, issues).check(change, now.views());
        if (!issues.isClean()) {
            return Optional.empty();
        }
        keys.save();
        return Optional.of(new Configuration(this, after, views));
    }

    private static void warnOfUnused(Collection<Resource> resources, IssueSink issues) {
        List<Resource> unused = resources.stream()
                .filter(resource -> ResourceTypes.of(resource.path())
                        .filter(type -> !type.isUsed())
                        .isPresent())
                .toList();
        if (!unused.isEmpty()) {
            String kinds = unused.stream()
                    .map(resource ->
                            ResourceTypes.of(resource.path()).orElseThrow().name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            issues.warning(
                    unused.get(0).origin().at(""),
                    unused.size() + " resources are kept but do nothing here, first "
                            + unused.get(0).path() + "; their kinds: " + kinds);
        }
    }
}
