package dev.apim.http;

/**
 * Something that answers requests: the gateway, the management plane, the portal. Adapters (a servlet filter, the runner's server)
 * mount services; a service knows no server. Thread-safe.
 *
 * <pre>{@code
 * HttpService hello = (request, call) -> {
 *     call.respond(HttpResponse.of(200, "text/plain", "hello"));
 *     return cause -> {};
 * };
 * }</pre>
 */
@FunctionalInterface
public interface HttpService {
    /**
     * Starts to answer. Called on the lane of the call; must not block. It answers through {@link ServerCall#respond} now or later.
     *
     * @return told by the adapter how the call ended
     */
    Ending handle(HttpRequest request, ServerCall call);

    /** How a service learns that a call is over. */
    @FunctionalInterface
    interface Ending {
        /**
         * The call is over. The adapter calls this exactly once, on the call's lane: after the last byte was written, or as soon as it
         * knows that nobody will read on.
         *
         * @param cause {@code null} when the response went out whole, otherwise what broke
         */
        void ended(@org.jspecify.annotations.Nullable Throwable cause);
    }
}
