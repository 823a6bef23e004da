package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;

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
}
