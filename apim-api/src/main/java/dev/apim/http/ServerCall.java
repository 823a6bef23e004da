package dev.apim.http;

import dev.apim.backend.BackendClient;
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
     * Where forwarding goes for APIs this host handles itself ({@code inline}): the rest of the host's chain. Empty where the adapter
     * has no host behind it.
     */
    default Optional<BackendClient> inline() {
        return Optional.empty();
    }
}
