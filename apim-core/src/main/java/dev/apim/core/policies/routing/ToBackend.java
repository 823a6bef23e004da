package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.util.Objects;

/**
 * A backend by resource name, with its credentials and TLS rules, or a pool of them.
 *
 * @param backendId its name
 * @param scope of the document it stands in
 */
record ToBackend(Expression<String> backendId, Scope scope, ToService fabric) implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        String id = Objects.requireNonNullElse(backendId.evaluate(exchange), "").strip();
        Backend backend = exchange.gateway()
                .backend(Destinations.workspace(exchange, scope), id)
                .orElse(null);
        if (backend == null) {
            return failure("Backend '" + id + "' does not exist; name one of the gateway's backends.");
        }
        if (backend.isPool()) {
            return pool(exchange, backend);
        }
        if (backend.serviceFabric() != null) {
            return fabric.choose(exchange, backend, scope);
        }
        try {
            Url base = Url.parse(backend.url()).withQuery("");
            Destinations.choose(exchange, new Destination(base, backend, scope, false));
            return Outcome.next();
        } catch (IllegalArgumentException e) {
            return failure("Backend '" + id + "' has no http or https URL; mend the backend's url.");
        }
    }

    private Outcome pool(Exchange exchange, Backend pool) {
        try {
            Destination first = Pools.first(exchange, pool, scope);
            if (first == null) {
                return Outcome.fail(Pools.noMember(pool));
            }
            Destinations.choose(exchange, first);
            return Outcome.next();
        } catch (IllegalArgumentException e) {
            return Outcome.fail(Pools.noMember(pool));
        }
    }

    private static Outcome failure(String message) {
        return Outcome.fail(PolicyFailure.internal("BackendNotFound", message));
    }

    @Override
    public String toString() {
        return "set-backend-service backend-id=" + backendId;
    }
}
