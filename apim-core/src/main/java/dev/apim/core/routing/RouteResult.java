package dev.apim.core.routing;

import java.util.Map;

/**
 * What answers a request.
 *
 * @param <A> of the API's payload
 * @param <O> of the operation's payload
 */
public sealed interface RouteResult<A, O> {
    /**
     * An operation does.
     *
     * @param api payload of the API
     * @param operation payload of the operation
     * @param parameters the template's, decoded, by name
     * @param path that was routed
     * @param apiSegments how many of its segments are the API's path and version
     */
    record Matched<A, O>(A api, O operation, Map<String, String> parameters, CanonicalPath path, int apiSegments)
            implements RouteResult<A, O> {
        /** The path up to and with the version, encoded, as the client wrote it, without {@code ;rev=N}: empty or from a slash on. */
        public String apiPath() {
            return path.before(apiSegments);
        }

        /** The path after API, version and revision, encoded, as the client wrote it: empty or from a slash on. */
        public String operationPath() {
            return path.after(apiSegments);
        }
    }

    /**
     * No operation of the API does: 404 on the API's behalf, or a CORS preflight.
     *
     * @param api payload of the API
     * @param definesOptions whether any operation of the API is for OPTIONS, which ends the special treatment of preflights
     * @param path that was routed
     * @param apiSegments how many of its segments are the API's path and version
     */
    record NoOperation<A, O>(A api, boolean definesOptions, CanonicalPath path, int apiSegments)
            implements RouteResult<A, O> {
        /** The path up to and with the version, encoded, as the client wrote it, without {@code ;rev=N}: empty or from a slash on. */
        public String apiPath() {
            return path.before(apiSegments);
        }

        /** The path after API, version and revision, encoded, as the client wrote it: empty or from a slash on. */
        public String operationPath() {
            return path.after(apiSegments);
        }
    }

    /** No API does: 404. */
    record NoApi<A, O>() implements RouteResult<A, O> {}

    /**
     * The path asks for a revision elsewhere than right after an API's path: 400.
     *
     * @param message for the caller
     */
    record Malformed<A, O>(String message) implements RouteResult<A, O> {}
}
