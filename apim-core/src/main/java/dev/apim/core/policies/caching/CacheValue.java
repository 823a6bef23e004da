package dev.apim.core.policies.caching;

import dev.apim.Cancellable;
import dev.apim.cache.ValueCache;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The look-up and the store around the policies that compute a value. Beside the value the cache keeps a mark, for as long as the value
 * is fresh; so whatever cache it is, and however many gateways share it, the value's age is known.
 */
final class CacheValue {
    /** How long a request waits for another that computes the value it needs, before it computes it itself. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExchangeKey<Turn> state = ExchangeKey.of("cache-value");
    private final Expression<String> key;
    private final String variable;
    private final Expression<Integer> expiresAfter;
    private final @Nullable Expression<Integer> refreshAfter;
    private final @Nullable Expression<Object> defaultValue;
    private final PolicyServices services;
    private final ValueCache cache;
    private final Flights flights = new Flights();

    CacheValue(
            Expression<String> key,
            String variable,
            Expression<Integer> expiresAfter,
            @Nullable Expression<Integer> refreshAfter,
            @Nullable Expression<Object> defaultValue,
            PolicyServices services) {
        this.key = key;
        this.variable = variable;
        this.expiresAfter = expiresAfter;
        this.refreshAfter = refreshAfter;
        this.defaultValue = defaultValue;
        this.services = services;
        this.cache = services.valueCache();
    }

    /**
     * What a request has to do.
     *
     * @param name of the value; {@code null} where the key is null: nothing is stored
     * @param computes whether it runs the policies within
     * @param old the value that is to be refreshed
     */
    private record Turn(
            @Nullable String name,
            boolean computes,
            @Nullable Object old) {}

    /** Whether the request at hand computes the value. */
    Expression<Boolean> computes() {
        return new Computes(state);
    }

    Outcome lookUp(Exchange exchange) {
        String name = key.evaluate(exchange);
        if (name == null) {
            exchange.trace("The key is null: the value is computed and not stored.");
            return compute(exchange, null, null);
        }
        return Outcome.suspend(
                cache.get(name),
                (e, stored, failure) -> stored == null ? missed(e, name) : found(e, name, stored),
                Cancellable.none());
    }

    private Outcome found(Exchange exchange, String name, Object stored) {
        if (refreshAfter == null) {
            return take(exchange, stored);
        }
        return Outcome.suspend(
                cache.get(mark(name)),
                (e, fresh, failure) ->
                        fresh != null || !flights.begin(name, e) ? take(e, stored) : compute(e, name, stored),
                Cancellable.none());
    }

    private Outcome missed(Exchange exchange, String name) {
        if (flights.begin(name, exchange)) {
            return compute(exchange, name, null);
        }
        CompletableFuture<@Nullable Object> landing = flights.landing(name);
        CompletableFuture<@Nullable Object> patient = new CompletableFuture<>();
        Cancellable timer = services.time().schedule(PATIENCE, () -> patient.complete(null));
        landing.whenComplete((value, failure) -> patient.complete(value));
        return Outcome.suspend(
                patient,
                (e, value, failure) -> {
                    timer.cancel();
                    return value != null ? take(e, value) : again(e, name, landing.isDone());
                },
                timer);
    }

    /** Nobody has it after all: the next in the row tries, or who has waited too long does without the others. */
    private Outcome again(Exchange exchange, String name, boolean landed) {
        return landed ? missed(exchange, name) : compute(exchange, name, null);
    }

    private Outcome take(Exchange exchange, Object stored) {
        exchange.variables().put(variable, Snapshot.restored(stored));
        exchange.put(state, new Turn(null, false, null));
        return Outcome.next();
    }

    private Outcome compute(Exchange exchange, @Nullable String name, @Nullable Object old) {
        exchange.variables().remove(variable);
        exchange.put(state, new Turn(name, true, old));
        return Outcome.next();
    }

    /** After the policies within: what they left in the variable is the value. */
    Outcome store(Exchange exchange) {
        Turn turn = Objects.requireNonNull(exchange.get(state));
        Object value = exchange.variables().get(variable);
        if (value == null) {
            exchange.trace("Not stored: the policies within set no value.");
            fallBack(exchange, turn);
        } else if (turn.name() != null) {
            put(exchange, turn.name(), value);
        }
        if (turn.name() != null) {
            flights.end(turn.name(), exchange, null);
        }
        return Outcome.next();
    }

    private void fallBack(Exchange exchange, Turn turn) {
        if (turn.old() != null) {
            exchange.variables().put(variable, Snapshot.restored(turn.old()));
        } else if (defaultValue != null) {
            exchange.variables().put(variable, defaultValue.evaluate(exchange));
        }
    }

    private void put(Exchange exchange, String name, Object value) {
        Integer seconds = expiresAfter.evaluate(exchange);
        Object snapshot = Snapshot.of(value);
        if (snapshot == null || seconds == null || seconds < 1) {
            exchange.trace("Not stored: the value is none that can be kept, or expires-after is not positive.");
            return;
        }
        cache.put(name, snapshot, Duration.ofSeconds(seconds));
        Integer fresh = refreshAfter == null ? null : refreshAfter.evaluate(exchange);
        if (fresh != null && fresh > 0) {
            cache.put(mark(name), Boolean.TRUE, Duration.ofSeconds(fresh));
        }
        flights.end(name, exchange, snapshot);
    }

    private static String mark(String name) {
        return name + "\u0000fresh";
    }

    @Override
    public String toString() {
        return "cache-value[" + key + " into " + variable + "]";
    }

    /** Reads what the look-up decided. */
    private record Computes(ExchangeKey<Turn> state) implements Expression<Boolean> {
        @Override
        public Class<Boolean> type() {
            return Boolean.class;
        }

        @Override
        public dev.apim.policy.BodyUse bodyUse() {
            return dev.apim.policy.BodyUse.NONE;
        }

        @Override
        public dev.apim.policy.Cost cost() {
            return dev.apim.policy.Cost.BOUNDED;
        }

        @Override
        public Boolean evaluate(Exchange exchange) {
            Turn turn = exchange.get(state);
            return turn != null && turn.computes();
        }
    }
}
