package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of where a request goes. */
final class Destinations {
    /** The path behind the base, where a destination has taken its place; in force as long as that destination is. */
    private static final ExchangeKey<String> REPLACED = ExchangeKey.of("replaced-path");

    private Destinations() {}

    /** Puts the path behind the old base behind the new one. */
    static void choose(Exchange exchange, Destination destination) {
        String relative = relative(exchange);
        Url url = destination.with(
                relative.isEmpty() ? "/" : relative, exchange.request().url().query());
        exchange.request().url(url);
        exchange.put(Destination.CHOSEN, destination);
    }

    /** Sends the request to the base itself: its path takes the place of the request's, whose query stays. */
    static void chooseWhole(Exchange exchange, Destination destination) {
        exchange.put(REPLACED, relative(exchange));
        Url url = exchange.request().url();
        exchange.request().url(destination.base().withQuery(url.query()));
        exchange.put(Destination.CHOSEN, destination);
    }

    private static String relative(Exchange exchange) {
        String path = exchange.request().url().path();
        String relative = path.substring(Destination.basePathLength(exchange));
        return relative.isEmpty() ? Objects.requireNonNullElse(exchange.get(REPLACED), "") : relative;
    }

    /** Whose backends a document of a scope names: those of the API's workspace, at global scope the service's. */
    static @Nullable String workspace(Exchange exchange, @Nullable Scope scope) {
        Api api = exchange.api();
        return scope == null || scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
    }
}
