package dev.apim.core.routing;

import org.jspecify.annotations.Nullable;

/**
 * Something no request can reach because something else has the same address.
 *
 * @param api that is, or holds, what cannot be reached
 * @param operationId resource name of the operation; {@code null} when it is the API
 * @param message what is in the way, for people
 */
public record RouteConflict(ApiRevision api, @Nullable String operationId, String message) {}
