package dev.apim.core.policies.routing;

import dev.apim.Time;
import dev.apim.core.policies.message.Destination;
import dev.apim.http.HttpResponse;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may leave, and for which member of a pool; and what its end says of the backend it went to.
 *
 * @param pools whose turn it is
 * @param circuits which backends get no requests
 * @param time that circuits go by
 */
record BackendTurn(Pools pools, Circuits circuits, Time time) {
    /** Why the request cannot be sent to where policies want it; {@code null} when it can. */
    @Nullable
    PolicyFailure take(Exchange exchange) {
        Destination destination = exchange.get(Destination.CHOSEN);
        Backend backend = destination == null ? null : destination.backend();
        if (destination == null || backend == null) {
            return null;
        }
        Backend pool = destination.pool();
        if (pool != null) {
            PolicyFailure none = pools.choose(exchange, pool, destination.namedAt(), time);
            Destination chosen = exchange.get(Destination.CHOSEN);
            if (none == null && chosen != null && chosen.backend() != null && exchange.tracing()) {
                exchange.trace("pool '" + pool.id() + "' sends it to backend '"
                        + chosen.backend().id() + "'");
            }
            return none;
        }
        long open = circuits.nanosOpen(backend, Destinations.workspace(exchange, destination.namedAt()), time);
        return open == 0 ? null : Pools.unavailable("Backend '" + backend.id() + "'", open);
    }

    /** The request has ended, with an answer or a failure. */
    void ended(Exchange exchange, @Nullable HttpResponse answer, @Nullable PolicyFailure failure) {
        Destination destination = exchange.get(Destination.CHOSEN);
        Backend backend = destination == null ? null : destination.backend();
        if (destination != null && backend != null) {
            String workspace = Destinations.workspace(exchange, destination.namedAt());
            circuits.ended(backend, workspace, answer, failure, time);
        }
    }

    @Override
    public String toString() {
        return "turns of pools";
    }
}
