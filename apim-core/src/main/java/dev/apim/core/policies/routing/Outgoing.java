package dev.apim.core.policies.routing;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.ForwardedFields;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            url = backend == null ? url : authorize(backend, headers, url);
            options = options(destination, exchange);
        }
        ConnectionOptions.Proxy proxy = exchange.get(ProxyChoice.CHOSEN);
        options = proxy == null ? options : options.through(proxy);
        return new BackendRequest(exchange.request().method(), url, headers, body, timeout, continueTimeout, options);
    }

    private static @Nullable BackendClient inline(Exchange exchange) {
        Destination.Inline inline = exchange.get(Destination.CHOSEN) == null ? exchange.get(Destination.INLINE) : null;
        return inline == null ? null : inline.client();
    }

    /** The entity's credentials override what the request holds. */
    private static Url authorize(Backend backend, Headers headers, Url url) {
        for (Map.Entry<String, List<String>> field : backend.headers().entrySet()) {
            headers.remove(field.getKey());
            field.getValue().forEach(value -> headers.add(field.getKey(), value));
        }
        if (backend.authorization() != null) {
            headers.set("Authorization", backend.authorization());
        }
        if (backend.query().isEmpty()) {
            return url;
        }
        QueryParameters query = QueryParameters.parse(url.query());
        for (Map.Entry<String, List<String>> parameter : backend.query().entrySet()) {
            query = query.without(parameter.getKey());
            for (String value : parameter.getValue()) {
                query = query.with(parameter.getKey(), value);
            }
        }
        return url.withQuery(query.toString());
    }

    private ConnectionOptions options(Destination destination, Exchange exchange) {
        AddressRule rule = destination.computed() ? computed : AddressRule.ANY;
        Backend backend = destination.backend();
        if (backend == null) {
            return rule == AddressRule.ANY ? ConnectionOptions.DEFAULT : new ConnectionOptions(true, true, null, rule);
        }
        return new ConnectionOptions(
                backend.validateCertificateChain(),
                backend.validateCertificateName(),
                certificate(backend, Destinations.workspace(exchange, destination.namedAt()), exchange),
                rule);
    }

    private static @Nullable ClientCertificate certificate(
            Backend backend, @Nullable String workspace, Exchange exchange) {
        for (String id : backend.certificateIds()) {
            ClientCertificate found = exchange.gateway()
                    .certificate(workspace, id)
                    .map(c -> new ClientCertificate(c.thumbprint(), c.pkcs12(), c.password()))
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The client has nothing to say of itself. */
    @Override
    public String toString() {
        return "computed addresses: " + computed;
    }
}
