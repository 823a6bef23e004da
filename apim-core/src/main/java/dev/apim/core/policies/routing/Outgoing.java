package dev.apim.core.policies.routing;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.core.policies.message.BackendEntity;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.ForwardedFields;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What leaves for the backend: hop-by-hop fields go first, then the gateway adds its own, so that nothing a client lists in {@code
 * Connection} removes them.
 *
 * @param proxied carries it over the network
 * @param computed the rule for addresses that come from an expression or a redirect
 */
record Outgoing(BackendClient proxied, AddressRule computed) {
    /** The rest of the host's chain where the host handles the API and no policy chose otherwise. */
    BackendClient client(Exchange exchange) {
        BackendClient inline = inline(exchange);
        return inline == null ? Engine.client(exchange, proxied) : inline;
    }

    /** Whether there is a backend at all. */
    boolean knowsWhere(Exchange exchange) {
        Api api = exchange.api();
        return api == null
                || !api.serviceUrl().isEmpty()
                || exchange.get(Destination.CHOSEN) != null
                || exchange.get(Destination.INLINE) != null;
    }

    BackendRequest request(Exchange exchange, Body body, Duration timeout, Duration continueTimeout) {
        Url url = exchange.request().url();
        ConnectionOptions options = ConnectionOptions.DEFAULT;
        if (inline(exchange) != null) {
            // It stays within this process, and so do the fields: they are the container's or a policy's.
            return new BackendRequest(
                    exchange.request().method(),
                    url,
                    exchange.request().headers(),
                    body,
                    timeout,
                    continueTimeout,
                    options);
        }
        Headers headers = HopByHop.endToEnd(exchange.request().headers());
        headers.remove("Content-Length");
        if (exchange.get(Destination.HOST_SET) == null) {
            headers.remove("Host");
        }
        ForwardedFields.add(headers, exchange.received());
        Destination destination = exchange.get(Destination.CHOSEN);
        if (destination != null) {
            Backend backend = destination.backend();
            url = backend == null ? url : BackendEntity.authorize(backend, headers, url);
            options = options(destination, exchange);
        }
        ClientCertificate own = exchange.get(Destination.CLIENT_CERTIFICATE);
        if (own != null) {
            options = new ConnectionOptions(
                    options.validateChain(), options.validateName(), own, options.addresses(), options.proxy());
        }
        ConnectionOptions.Proxy proxy = exchange.get(ProxyChoice.CHOSEN);
        options = proxy == null ? options : options.through(proxy);
        return new BackendRequest(exchange.request().method(), url, headers, body, timeout, continueTimeout, options);
    }

    private static @Nullable BackendClient inline(Exchange exchange) {
        Destination.Inline inline = exchange.get(Destination.CHOSEN) == null ? exchange.get(Destination.INLINE) : null;
        return inline == null ? null : inline.client();
    }

    private ConnectionOptions options(Destination destination, Exchange exchange) {
        AddressRule rule = destination.computed() ? computed : AddressRule.ANY;
        Backend backend = destination.backend();
        if (backend == null) {
            return rule == AddressRule.ANY ? ConnectionOptions.DEFAULT : new ConnectionOptions(true, true, null, rule);
        }
        return BackendEntity.options(backend, Destinations.workspace(exchange, destination.namedAt()), rule, exchange);
    }

    /** The client has nothing to say of itself. */
    @Override
    public String toString() {
        return "computed addresses: " + computed;
    }
}
