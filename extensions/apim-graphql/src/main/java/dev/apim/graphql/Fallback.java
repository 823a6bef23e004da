package dev.apim.graphql;

import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.ForwardedFields;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import java.util.Set;

/**
 * The GraphQL server behind an API that has resolvers too: it answers the fields that have none (Azure: fallback GraphQL endpoint).
 * Immutable and thread-safe.
 *
 * @param service where it is
 * @param client reaches it
 * @param time for its deadline
 * @param resolved the fields that have resolvers, as {@code Type/field}
 */
record Fallback(Url service, BackendClient client, Time time, Set<String> resolved) {
    /** Most bytes of an answer for one field. */
    private static final int BYTES = 8 << 20;

    /** Passes a request on as it is. */
    BackendCall pass(Exchange exchange, BackendRequest asked, Body body) {
        Headers headers = headers(exchange);
        return Engine.client(exchange, client)
                .send(request(exchange, asked, asked.method(), asked.url().query(), headers, body));
    }

    /** Asks for something else. */
    Answer ask(Exchange exchange, BackendRequest asked, byte[] body) {
        Headers headers = headers(exchange);
        headers.set("Content-Type", "application/json");
        headers.set("Accept", "application/json");
        headers.remove("Accept-Encoding");
        Answer answer = new Answer(exchange, BYTES);
        answer.start(
                Engine.client(exchange, client), request(exchange, asked, "POST", "", headers, Body.of(body)), time);
        return answer;
    }

    private static Headers headers(Exchange exchange) {
        Headers headers = HopByHop.endToEnd(exchange.request().headers());
        headers.remove("Content-Length");
        if (exchange.get(Destination.HOST_SET) == null) {
            headers.remove("Host");
        }
        ForwardedFields.add(headers, exchange.received());
        return headers;
    }

    private BackendRequest request(
            Exchange exchange, BackendRequest asked, String method, String query, Headers headers, Body body) {
        ConnectionOptions.ClientCertificate certificate = exchange.get(Destination.CLIENT_CERTIFICATE);
        ConnectionOptions.Proxy proxy = exchange.get(ProxyChoice.CHOSEN);
        ConnectionOptions options = certificate == null
                ? ConnectionOptions.DEFAULT
                : new ConnectionOptions(true, true, certificate, ConnectionOptions.DEFAULT.addresses());
        return new BackendRequest(
                method,
                service.withQuery(query),
                headers,
                body,
                asked.timeout(),
                asked.continueTimeout(),
                proxy == null ? options : options.through(proxy));
    }

    @Override
    public String toString() {
        return "Fallback[" + service.scheme() + "://" + service.authority() + "]";
    }
}
