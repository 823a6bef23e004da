package dev.apim.core.routing;

import dev.apim.model.Api;
import dev.apim.model.VersionSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an API as the router takes it.
 *
 * @param api whose path, version and revision count
 * @param versionSet it is in; without one its version does not count
 * @param operations in order; of two that cannot be told apart the first counts
 * @param payload what a match gives back
 * @param <A> of the API's payload
 * @param <O> of the operations' payloads
 */
public record RouteApi<A, O>(Api api, @Nullable VersionSet versionSet, List<RouteOperation<O>> operations, A payload) {
    public RouteApi {
        operations = List.copyOf(operations);
    }
}
