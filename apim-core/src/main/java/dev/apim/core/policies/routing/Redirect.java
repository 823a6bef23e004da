package dev.apim.core.policies.routing;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.message.Destination;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.policy.Exchange;
import java.net.URI;
import java.util.List;

/**
 * One step of a redirection (RFC 9110 §15.4).
 *
 * @param sent the request that was answered with it
 * @param status of the answer
 * @param target where to
 */
record Redirect(BackendRequest sent, int status, Url target) {
    private static final List<String> CREDENTIALS = List.of(
            "Authorization",
            "Cookie",
            "Proxy-Authorization",
            "Ocp-Apim-Subscription-Key",
            "X-Api-Key",
            "Api-Key",
            "X-Functions-Key");
    private static final List<String> OF_BODY =
            List.of("Content-Type", "Content-Encoding", "Content-Language", "Content-Location", "Expect");

    /**
     * A {@code Location}, absolute or relative to what was asked for.
     *
     * @throws IllegalArgumentException when it is no http or https URL
     */
    static Url resolve(Url from, String location) {
        URI given = URI.create(location.strip());
        return Url.parse(
                given.isAbsolute()
                        ? location
                        : URI.create(from.toString()).resolve(given).toString());
    }

    /** From https to http, which nobody follows: the answer goes to the caller as it is. */
    boolean isDowngrade() {
        return sent.url().scheme().equals("https") && target.scheme().equals("http");
    }

    /** Whether the request is repeated as it was; else it becomes a GET. */
    boolean keepsBody() {
        boolean becomesGet = status == 303
                || (status == 301 || status == 302) && sent.method().equals("POST");
        return !becomesGet || sent.method().equals("HEAD");
    }

    /** The next request. What proves who asks does not go to another origin, and its address is held against the rule. */
    BackendRequest request(Exchange exchange, AddressRule computed) {
        Headers headers = sent.headers().copy();
        if (!keepsBody()) {
            OF_BODY.forEach(headers::remove);
        }
        ConnectionOptions options = sent.options();
        if (!sameOrigin()) {
            CREDENTIALS.forEach(headers::remove);
            dropConfigured(headers, exchange);
            headers.remove("Host");
            options = new ConnectionOptions(true, true, null, computed).through(options.proxy());
        }
        return new BackendRequest(
                keepsBody() ? sent.method() : "GET",
                target,
                headers,
                keepsBody() ? sent.body() : Body.empty(),
                sent.timeout(),
                sent.continueTimeout(),
                options);
    }

    private boolean sameOrigin() {
        Url from = sent.url();
        return from.scheme().equals(target.scheme())
                && from.host().equals(target.host())
                && from.port() == target.port();
    }

    private static void dropConfigured(Headers headers, Exchange exchange) {
        Api api = exchange.api();
        if (api != null) {
            headers.remove(api.subscriptionKeyParameterNames().header());
        }
        Destination destination = exchange.get(Destination.CHOSEN);
        if (destination != null && destination.backend() != null) {
            destination.backend().headers().keySet().forEach(headers::remove);
        }
    }
}
