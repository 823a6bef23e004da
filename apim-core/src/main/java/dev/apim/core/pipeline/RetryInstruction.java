package dev.apim.core.pipeline;

import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the end of a repeated body: goes back to its beginning, after a wait, while the condition holds and there are attempts left
 * (Azure: retry).
 *
 * @param body index of the first instruction of the body
 * @param condition asked after each run of the body
 * @param count how often the body may be repeated, 1 to 50
 * @param interval seconds
 * @param maxInterval seconds, if given
 * @param delta seconds, if given
 * @param firstFast whether the first wait is none
 * @param slot that counts
 * @param failure slot of what failed in the body, where that is no more than the end of an attempt
 */
record RetryInstruction(
        int body,
        Expression<Boolean> condition,
        Expression<Integer> count,
        Expression<Double> interval,
        @Nullable Expression<Double> maxInterval,
        @Nullable Expression<Double> delta,
        Expression<Boolean> firstFast,
        int slot,
        int failure)
        implements Instruction {
    /**
     * A failure that ended an attempt.
     *
     * @param failure as it was
     * @param at where
     */
    record Caught(Outcome.Fail failure, Origin at) {}

    @Override
    public int execute(Run run, int at) {
        GatewayExchange exchange = run.exchange();
        Caught caught = run.slot(failure) instanceof Caught c ? c : null;
        run.slot(failure, null);
        int done = run.slot(slot) instanceof Integer n ? n : 0;
        if (!holds(exchange, caught) || done >= attempts(exchange)) {
            run.slot(slot, null);
            return caught == null ? at + 1 : run.fail(caught);
        }
        if (caught != null) {
            exchange.lastError(null);
        }
        int attempt = done + 1;
        run.slot(slot, attempt);
        Duration wait = wait(exchange, attempt);
        return wait.isZero() ? run.jump(at, body) : run.sleep(wait, at, body);
    }

    /** After a failure, a condition that fails too does not hold: the first failure says more. */
    private boolean holds(Exchange exchange, @Nullable Caught caught) {
        try {
            return Boolean.TRUE.equals(condition.evaluate(exchange));
        } catch (ExpressionException e) {
            if (caught == null) {
                throw e;
            }
            exchange.trace("The condition of retry fails after a failure: " + e.getMessage());
            return false;
        }
    }

    private int attempts(Exchange exchange) {
        Integer value = count.evaluate(exchange);
        if (value == null || value < 1 || value > 50) {
            throw new ExpressionException("retry count is 1 to 50, found " + value);
        }
        return value;
    }

    /** The wait before the {@code attempt}-th repetition. */
    Duration wait(Exchange exchange, int attempt) {
        if (attempt == 1 && Boolean.TRUE.equals(firstFast.evaluate(exchange))) {
            return Duration.ZERO;
        }
        double base = seconds(interval, exchange, "interval");
        double step = delta == null ? 0 : seconds(delta, exchange, "delta");
        double wait;
        if (maxInterval == null) {
            wait = base + (attempt - 1) * step;
        } else {
            double spread = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
            wait = Math.min(
                    seconds(maxInterval, exchange, "max-interval"), base + (Math.pow(2, attempt) - 1) * spread * step);
        }
        return Duration.ofNanos((long) (wait * 1e9));
    }

    private static double seconds(Expression<Double> expression, Exchange exchange, String name) {
        Double value = expression.evaluate(exchange);
        if (value == null || !(value >= 0) || value > 86_400) {
            throw new ExpressionException("retry " + name + " is 0 to 86400 seconds, found " + value);
        }
        return value;
    }
}
