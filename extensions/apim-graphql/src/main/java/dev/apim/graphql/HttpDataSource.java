package dev.apim.graphql;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Statements;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request for a field. Its exchange begins with the arguments for a body and the client's fields, which are there to be read
 * and not sent.
 */
record HttpDataSource(Statements request, Statements backend, Statements response) implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        Set<String> clients = ClientFields.names(exchange.request().headers());
        BytesBody arguments = exchange.request().body().inMemory();
        return request.run(
                exchange, (own, made, failure) -> made == Outcome.next() ? send(own, clients, arguments) : ended(made));
    }

    private Outcome send(Exchange exchange, Set<String> clients, @Nullable BytesBody arguments) {
        if (exchange.get(Destination.CHOSEN) == null) {
            return Outcome.fail(
                    PolicyFailure.internal("InvalidUri", "The resolver's request has no URL; add set-url."));
        }
        Headers headers = exchange.request().headers();
        headers.removeNames(clients::contains);
        MessageBody body = exchange.request().body();
        if (body.isGone() || body.inMemory() == arguments) {
            body.replace(Body.empty());
        }
        return backend.run(
                exchange,
                (own, sent, failure) ->
                        sent == Outcome.next() ? response.run(own, (same, read, f) -> ended(read)) : ended(sent));
    }

    /** A response made on the way is the answer. */
    private static Outcome ended(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Fail ? outcome : Outcome.next();
    }

    @Override
    public String toString() {
        return "http-data-source";
    }
}
