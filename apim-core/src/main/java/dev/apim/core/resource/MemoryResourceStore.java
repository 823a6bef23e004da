package dev.apim.core.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Cancellable;
import dev.apim.IssueSink;
import dev.apim.core.json.Json;
import dev.apim.resource.PreconditionFailedException;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.ResourceStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Resources in memory, gone with the process. Thread-safe. */
public final class MemoryResourceStore implements ResourceStore {
    private final NavigableMap<ResourcePath, Resource> resources = new TreeMap<>();
    private final List<Consumer<Set<ResourcePath>>> listeners = new CopyOnWriteArrayList<>();
    private final Executor executor;

    /** Empty; {@code executor} runs the listeners. */
    public MemoryResourceStore(Executor executor) {
        this.executor = executor;
    }

    @Override
    public synchronized Collection<Resource> load(IssueSink issues) {
        return List.copyOf(resources.values());
    }

    @Override
    public synchronized Optional<Resource> find(ResourcePath path) {
        return Optional.ofNullable(resources.get(path));
    }

    /** {@inheritDoc} */
    @Override
    public Resource put(ResourcePath path, String properties, @Nullable String ifMatch) {
        String text = canonical(properties);
        Resource next = new Resource(path, text, ContentTag.of(text), Resource.Origin.of(path.value()));
        synchronized (this) {
            require(path, ifMatch);
            resources.put(path, next);
        }
        tell(Set.of(path));
        return next;
    }

    @Override
    public boolean delete(ResourcePath path, @Nullable String ifMatch) {
        Set<ResourcePath> gone = new HashSet<>();
        synchronized (this) {
            require(path, ifMatch);
            resources.keySet().stream()
                    .filter(p -> p.equals(path) || p.isBeneath(path))
                    .forEach(gone::add);
            resources.keySet().removeAll(gone);
        }
        if (!gone.isEmpty()) {
            tell(Set.copyOf(gone));
        }
        return gone.contains(path);
    }

    private void require(ResourcePath path, @Nullable String ifMatch) {
        requireMatch(path, Optional.ofNullable(resources.get(path)).map(Resource::etag), ifMatch);
    }

    /**
     * What a condition on a change means, in every store.
     *
     * @throws PreconditionFailedException when it is not met
     */
    public static void requireMatch(ResourcePath path, Optional<String> etag, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return;
        }
        boolean met = ifMatch.equals("*")
                ? etag.isPresent()
                : etag.filter(ifMatch::equals).isPresent();
        if (!met) {
            throw new PreconditionFailedException(path, ifMatch, etag.orElse("none: it is not there"));
        }
    }

    /**
     * A properties document in the form stores keep: one JSON object without white space.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public static String canonical(String properties) {
        try {
            JsonNode node = Json.mapper().readTree(properties);
            if (node.isObject()) {
                return Json.write(node);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("properties are not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("properties are no JSON object, expected {…}");
    }

    private void tell(Set<ResourcePath> changed) {
        listeners.forEach(listener -> executor.execute(() -> listener.accept(changed)));
    }

    @Override
    public Cancellable watch(Consumer<Set<ResourcePath>> listener) {
        // A wrapper, so that cancelling takes away this registration only.
        Consumer<Set<ResourcePath>> registration = listener::accept;
        listeners.add(registration);
        return () -> listeners.remove(registration);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
