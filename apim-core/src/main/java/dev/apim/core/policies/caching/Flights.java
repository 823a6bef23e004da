package dev.apim.core.policies.caching;

import dev.apim.policy.Exchange;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which values are being computed, and by whom, so that no value is computed twice at a time in one gateway. Thread-safe. */
final class Flights {
    private final Map<String, Flight> underway = new ConcurrentHashMap<>();

    private record Flight(Exchange by, CompletableFuture<@Nullable Object> landing) {}

    /**
     * Takes the turn to compute a value, unless another request has it. It ends with {@link #end}, and at the latest when the request
     * has its response or is aborted.
     */
    boolean begin(String name, Exchange exchange) {
        Flight mine = new Flight(exchange, new CompletableFuture<>());
        if (underway.putIfAbsent(name, mine) != null) {
            return false;
        }
        exchange.onResponse(e -> end(name, e, null));
        return true;
    }

    /** Completes with what the request that has the turn computes; with {@code null} where that comes to nothing. */
    CompletableFuture<@Nullable Object> landing(String name) {
        Flight flight = underway.get(name);
        return flight == null ? CompletableFuture.completedFuture(null) : flight.landing();
    }

    /** Gives the turn back, if this request has it. */
    void end(String name, Exchange exchange, @Nullable Object value) {
        Flight flight = underway.get(name);
        if (flight != null && flight.by() == exchange && underway.remove(name, flight)) {
            flight.landing().complete(value);
        }
    }
}
