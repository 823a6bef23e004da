package dev.apim.backend;

import java.util.Set;

/**
 * Carries requests to backends. Implementations are thread-safe, keep connections alive and pool them, and never retry on their own.
 *
 * <p>They write the request as given: method, target, fields in order. They add framing and, where the request has none, {@code Host}.
 * Hop-by-hop fields are the caller's concern and must not be present, except {@code Expect}. A connection is used again only when its
 * last exchange ended whole: not after a cancelled or early answered one, nor after HEAD unless a setting says so.
 */
public interface BackendClient extends AutoCloseable {
    /** What this client can do; a configuration that needs more is refused when it is loaded. */
    Set<BackendCapability> capabilities();

    /**
     * Starts one request. Must be called on the exchange's lane and does not block; response and body chunks come back on that lane
     * or are handed to it by the caller.
     *
     * @return the request under way; its response fails with {@link BackendException}
     */
    BackendCall send(BackendRequest request);

    /** Closes all connections. */
    @Override
    void close();
}
