package dev.apim.core.policies.message;

import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Outcome;

/**
 * Looks at what a backend answers before any later policy does; left by a policy of an earlier section (Azure: llm-token-limit, which
 * knows what a call used once the answer is there). It is called on the lane, once for every answer that is taken, and may wait.
 *
 * <pre>{@code
 * ResponseWatch.add(exchange, e -> {
 *     e.variables().put("arrived", e.response().status());
 *     return Outcome.next();
 * });
 * }</pre>
 */
@FunctionalInterface
public interface ResponseWatch {
    /** What watches this exchange; absent for nearly all of them. */
    ExchangeKey<ResponseWatch> KEY = ExchangeKey.of("response-watch");

    /** The exchange's response is the backend's, its body not yet read. */
    Outcome arrived(Exchange exchange);

    /** Watches as well, after those that watch already. */
    static void add(Exchange exchange, ResponseWatch watch) {
        ResponseWatch before = exchange.get(KEY);
        exchange.put(KEY, before == null ? watch : e -> then(before.arrived(e), e, watch));
    }

    /** Tells what watches, if anything does, and goes on. */
    static Outcome tell(Exchange exchange) {
        ResponseWatch watch = exchange.get(KEY);
        return watch == null ? Outcome.next() : watch.arrived(exchange);
    }

    private static Outcome then(Outcome outcome, Exchange exchange, ResponseWatch next) {
        if (outcome instanceof Outcome.Suspend<?> wait) {
            return Outcome.suspend(
                    wait.stage(),
                    (e, result, failure) -> then(wait.resume(e, result, failure), e, next),
                    wait.cancel());
        }
        return outcome == Outcome.next() ? next.arrived(exchange) : outcome;
    }
}
