package dev.apim.http;

import dev.apim.backend.BackendClient;
import dev.apim.policy.Exchange;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One request in the hands of an adapter: the way to answer it, and its lane.
 *
 * <p>The lane ({@link #execute}) runs tasks one after the other, in order, with all effects of one visible to the next: an event
 * loop's context, a queue a servlet thread drains, a serialising executor. All state of a call is touched on its lane only.
 */
public interface ServerCall extends Executor {
    /**
     * Runs {@code task} on the lane, later or, when the caller is on the lane already, possibly at once. May be called from any thread.
     */
    @Override
    void execute(Runnable task);

    /** Sends the response; at most one call, on the lane. The adapter takes the body under the client's back-pressure. */
    void respond(HttpResponse response);

    /** Breaks the connection (HTTP/1.1) or resets the stream, because no correct response can be finished. On the lane. */
    void abort(Throwable cause);

    /**
     * Where forwarding goes for an API that has no service URL because the host handles it itself ({@code inline}): the rest of the
     * host's chain. Asked at most once, when the API is matched. Empty where the adapter has no host behind it.
     *
     * @param exchange that asks; whoever handles the request may be told of it
     * @param asked the host's own URL of this request: what the client called, in canonical form, without {@code ;rev=}. What is sent
     *     to the client later differs from it where policies changed path or query.
     */
    default Optional<BackendClient> inline(Exchange exchange, Url asked) {
        return Optional.empty();
    }

    /**
     * The path under which the host has mounted the service, such as a servlet context's: encoded, empty or from a slash on without one
     * at the end. Targets are relative to it; the URLs that policies see are not.
     */
    default String mount() {
        return "";
    }
}
