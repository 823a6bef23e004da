package dev.apim.resource;

import dev.apim.Cancellable;
import dev.apim.IssueSink;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration is kept. Thread-safe. Reads may block on files or a database and are never made while a request is
 * served.
 */
public interface ResourceStore extends AutoCloseable {
    /**
     * Everything, in the order of paths.
     *
     * @param issues what could not be read; a store never gives half a resource
     */
    Collection<Resource> load(IssueSink issues);

    /** One resource. */
    Optional<Resource> find(ResourcePath path);

    /**
     * Creates or replaces a resource; the change has reached stable storage when this returns.
     *
     * @param ifMatch the ETag the present one must have, {@code *} for any, {@code null} for no condition
     * @return with its new ETag
     * @throws PreconditionFailedException when the present one has another ETag, or there is none; nothing was changed
     */
    Resource put(ResourcePath path, String properties, @Nullable String ifMatch);

    /**
     * Removes a resource and what lies beneath it.
     *
     * @return whether there was one
     * @throws PreconditionFailedException as {@link #put}
     */
    boolean delete(ResourcePath path, @Nullable String ifMatch);

    /**
     * Tells of changes, by whomever, until cancelled. Several changes may come as one. The listener runs on a thread of the store and
     * may block.
     *
     * @param listener takes the paths that changed; empty: look at everything
     */
    Cancellable watch(Consumer<Set<ResourcePath>> listener);

    @Override
    void close();
}
