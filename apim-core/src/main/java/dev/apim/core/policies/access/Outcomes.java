package dev.apim.core.policies.access;

import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One step after another, each of which may wait. */
final class Outcomes {
    private Outcomes() {}

    /**
     * Goes on after a step.
     *
     * @param then after it went well
     * @param failed after it did not
     */
    static Outcome after(
            Outcome step,
            Exchange exchange,
            Function<Exchange, Outcome> then,
            BiFunction<Exchange, PolicyFailure, Outcome> failed) {
        if (step instanceof Outcome.Suspend<?> wait) {
            return later(wait, then, failed);
        }
        return step instanceof Outcome.Fail fail ? failed.apply(exchange, fail.failure()) : then.apply(exchange);
    }

    private static <T> Outcome later(
            Outcome.Suspend<T> wait,
            Function<Exchange, Outcome> then,
            BiFunction<Exchange, PolicyFailure, Outcome> failed) {
        return Outcome.suspend(
                wait.stage(),
                (exchange, result, failure) -> after(wait.resume(exchange, result, failure), exchange, then, failed),
                wait.cancel());
    }
}
