package dev.apim.core;

import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Time;
import dev.apim.backend.BackendRequest;
import dev.apim.core.artifact.ArtifactFolderStore;
import dev.apim.core.artifact.Overrides;
import dev.apim.core.backend.BackendClients;
import dev.apim.core.design.ApimDesign;
import dev.apim.core.lane.LaneClient;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SecretStores;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.core.time.SystemTime;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An API gateway inside a Java application. Adapters mount it ({@code ApimFilter} in a servlet container); without one it {@linkplain
 * #evaluate evaluates} requests. Thread-safe.
 *
 * <pre>{@code
 * Apim apim = Apim.create(a -> a
 *         .api("orders", api -> api.path("orders").allOperations().inline())
 *         .product("starter", product -> product.apis("orders").policy(
 *                 "<policies><inbound><rate-limit calls='5' renewal-period='60' /></inbound></policies>"))
 *         .subscription("acme", subscription -> subscription.product("starter").key(Apim.secret("ACME_KEY"))));
 * }</pre>
 *
 * <p>It opens no port, and no thread that {@link #close} does not end.
 */
public final class Apim implements AutoCloseable {
    private final Gateway gateway;
    private final Time time;
    private final @Nullable SystemTime ownTime;
    private final ConfigurationReader reader;
    private final SubscriptionKeys keys;
    private final @Nullable ArtifactFolderStore folder;
    private Map<ResourcePath, Resource> resources = Map.of();
    private @Nullable Configuration configuration;
    private volatile List<Issue> warnings = List.of();

    private Apim(ApimOptions options, @Nullable Path folder) {
        this.ownTime = options.time == null ? new SystemTime() : null;
        try {
            Overrides chosen = overrides(options.overrides);
            SecretStore secrets = SecretStores.first(
                    options.secrets, SecretStores.chain(chosen.secrets(), System.getenv(), options.secretsDirectory));
            this.keys = options.stateDirectory == null
                    ? SubscriptionKeys.inMemory()
                    : SubscriptionKeys.in(options.stateDirectory);
            this.reader = new ConfigurationReader(secrets, keys);
            this.time = options.time == null ? Objects.requireNonNull(ownTime) : options.time;
            this.folder = folder == null ? null : ArtifactFolderStore.open(folder, chosen, time, Runnable::run);
            GatewayBuilder builder = new GatewayBuilder(
                            time,
                            new LaneClient(
                                    options.backendClient == null ? BackendClients.best() : options.backendClient))
                    .settings(options.settings)
                    .strictQuotas(options.strictQuotas);
            if (options.stateDirectory != null) {
                builder.stateDirectory(options.stateDirectory);
            }
            options.engines.accept(builder);
            this.gateway = builder.build();
        } catch (RuntimeException e) {
            closeTime();
            throw e;
        }
    }

    private static Overrides overrides(@Nullable Path file) {
        List<Issue> issues = new ArrayList<>();
        return file == null
                ? Overrides.none()
                : Overrides.read(file, issues::add).orElseThrow(() -> new ConfigurationException(issues));
    }

    /**
     * A gateway with a configuration written in Java.
     *
     * @throws ConfigurationException with every issue when one is an error
     */
    public static Apim create(Consumer<ApimDesign> design) {
        return create(new ApimOptions(), design);
    }

    /** The same with other options. */
    public static Apim create(ApimOptions options, Consumer<ApimDesign> design) {
        return opened(new Apim(options, null), design);
    }

    /**
     * A gateway with the configuration of a folder of artifacts.
     *
     * @throws ConfigurationException with every issue when one is an error
     * @throws ApimException when there is no such folder
     */
    public static Apim load(Path folder) {
        return load(new ApimOptions(), folder);
    }

    /** The same with other options. */
    public static Apim load(ApimOptions options, Path folder) {
        return load(options, folder, design -> {});
    }

    /** The same with changes: which APIs the host handles itself, say. */
    public static Apim load(ApimOptions options, Path folder, Consumer<ApimDesign> changes) {
        return opened(new Apim(options, folder), changes);
    }

    private static Apim opened(Apim apim, Consumer<ApimDesign> design) {
        try {
            List<Issue> issues = new ArrayList<>();
            Collection<Resource> present = apim.folder == null ? List.of() : apim.folder.load(issues::add);
            apim.put(present, design, issues);
            return apim;
        } catch (RuntimeException e) {
            apim.close();
            throw e;
        }
    }

    /**
     * Puts a changed configuration in force: requests that begin from now on see it, those under way end as they began. Blocks while it
     * compiles.
     *
     * @return warnings
     * @throws ConfigurationException with every issue when one is an error; what was in force stays
     */
    public synchronized List<Issue> update(Consumer<ApimDesign> change) {
        return put(resources.values(), change, new ArrayList<>());
    }

    private synchronized List<Issue> put(
            Collection<Resource> present, Consumer<ApimDesign> change, List<Issue> issues) {
        ApimDesign design = ApimDesign.from(present);
        change.accept(design);
        Map<ResourcePath, Resource> next = new HashMap<>();
        design.resources().forEach(resource -> next.put(resource.path(), resource));
        Optional<Configuration> read = read(next, issues);
        if (read.isEmpty() || issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(issues);
        }
        issues.addAll(gateway.load(read.get()));
        resources = next;
        configuration = read.get();
        warnings = List.copyOf(issues);
        return warnings;
    }

    private Optional<Configuration> read(Map<ResourcePath, Resource> next, List<Issue> issues) {
        if (configuration == null) {
            return reader.read(next.values(), issues::add);
        }
        List<Resource> changed = next.values().stream()
                .filter(resource -> !resource.equals(resources.get(resource.path())))
                .toList();
        Set<ResourcePath> removed = new HashSet<>(resources.keySet());
        removed.removeAll(next.keySet());
        return configuration.with(changed, removed, issues::add);
    }

    /** What of the configuration in force will not do what its author may expect. */
    public List<Issue> warnings() {
        return warnings;
    }

    /** Its clock and timer. */
    public Time time() {
        return time;
    }

    /** What adapters mount. */
    public Gateway gateway() {
        return gateway;
    }

    /** The keys of a subscription of the configuration in force, by its name; secret. */
    public synchronized Optional<SubscriptionKeys.Pair> keys(String subscription) {
        return Optional.ofNullable(configuration)
                .map(c -> c.subscriptions().get(subscription))
                .map(found -> new SubscriptionKeys.Pair(found.primaryKey(), found.secondaryKey()));
    }

    /**
     * Answers one request without any server. Blocks until the response is whole.
     *
     * @return with its body in memory
     * @throws ApimException when the response broke off
     */
    public HttpResponse evaluate(HttpRequest request) {
        return new Evaluation(gateway, null).answer(request);
    }

    /**
     * The same with a host for the APIs that have no backend.
     *
     * @param host answers what is forwarded to it; blocking is its own concern
     */
    public HttpResponse evaluate(HttpRequest request, Function<BackendRequest, HttpResponse> host) {
        return new Evaluation(gateway, host).answer(request);
    }

    /** A key or value that the environment holds: for {@code key(…)}, as {@code {{env:NAME}}} in a folder. */
    public static String secret(String variable) {
        return "{{env:" + variable + "}}";
    }

    /**
     * A text on the class path, UTF-8.
     *
     * @param name such as {@code apis/orders.yaml}, seen from the root
     * @throws ApimException when there is none
     */
    public static String resource(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Apim.class.getClassLoader() : context;
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new ApimException(
                        "there is no " + name + " on the class path: correct the name, or add the file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ApimException(name + " on the class path cannot be read", e);
        }
    }

    /** Ends it: its threads, its connections, its files. Requests under way fail. */
    @Override
    public void close() {
        gateway.close();
        if (folder != null) {
            folder.close();
        }
        closeTime();
    }

    private void closeTime() {
        if (ownTime != null) {
            ownTime.close();
        }
    }
}
