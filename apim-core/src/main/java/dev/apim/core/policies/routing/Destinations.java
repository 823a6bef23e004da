package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.policy.Exchange;
import dev.apim.policy.Scope;
import org.jspecify.annotations.Nullable;

/** Changes of where a request goes. */
final class Destinations {
    private Destinations() {}

    /** Puts the path behind the old base behind the new one. */
    static void choose(Exchange exchange, Destination destination) {
        Url url = exchange.request().url();
        String relative = url.path().substring(Destination.basePathLength(exchange));
        exchange.request().url(destination.with(relative.isEmpty() ? "/" : relative, url.query()));
        exchange.put(Destination.CHOSEN, destination);
    }

    /** Whose backends a document of a scope names: those of the API's workspace, at global scope the service's. */
    static @Nullable String workspace(Exchange exchange, @Nullable Scope scope) {
        Api api = exchange.api();
        return scope == null || scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
    }
}
