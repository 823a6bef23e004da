package dev.apim.core.policies.limit;

import dev.apim.Cancellable;
import dev.apim.limit.RateLimiter;
import dev.apim.limit.RateLimiter.Decision;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A limit for the calls with the same key. The counter is known by key and period alone and shared by all policies that use it.
 *
 * <p>A call counts at once, in one step with the check. Where the author gives a condition, or asks for it, it counts when its
 * response is ready; so many calls may then be under way beyond the limit as come in before the first of them ends.
 */
record RateLimitByKey(
        Expression<String> counterKey,
        Expression<Integer> calls,
        Expression<Integer> renewalPeriod,
        Increment increment,
        LimitNotice notice,
        RateLimiter limiter)
        implements Policy {

    static final int LONGEST_PERIOD = 300;

    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.limit");

    /** When and as how many calls a call counts. */
    record Increment(boolean late, @Nullable Expression<Boolean> condition, Expression<Integer> count) {}

    @Override
    public Outcome apply(Exchange exchange) {
        int limit = number("calls", calls, exchange, 1, Integer.MAX_VALUE);
        Duration window = Duration.ofSeconds(number("renewal-period", renewalPeriod, exchange, 1, LONGEST_PERIOD));
        String author = counterKey.evaluate(exchange);
        // Calls whose key is null share one counter: nobody goes uncounted.
        String key = CounterKey.ofAuthor(author == null ? "" : author);
        int weight = increment.late() ? 0 : count(exchange);
        return decided(limiter.acquire(key, limit, window, weight), (e, decision) -> {
            if (!decision.allowed()) {
                return notice.refused(e, decision.retryAfterSeconds(), limit);
            }
            if (increment.late()) {
                e.onResponse(ended -> countLate(ended, key, window));
            }
            return notice.allowed(e, decision.remaining(), limit);
        });
    }

    /** A decision that is there already, as that of a limiter in this process is. */
    static @Nullable Decision ready(CompletionStage<Decision> stage) {
        return stage instanceof CompletableFuture<Decision> future
                        && future.isDone()
                        && !future.isCompletedExceptionally()
                ? future.getNow(null)
                : null;
    }

    /** Goes on with a decision; a limiter that fails ends the request, for a call nobody counted must not pass. */
    static Outcome decided(CompletionStage<Decision> stage, BiFunction<Exchange, Decision, Outcome> then) {
        return Outcome.suspend(
                stage,
                (exchange, decision, failure) -> {
                    if (decision == null) {
                        LOG.error("A rate limit could not be checked", failure);
                        return Outcome.fail(
                                PolicyFailure.internal("RateLimiterFailure", "The rate limit could not be checked."));
                    }
                    return then.apply(exchange, decision);
                },
                Cancellable.none());
    }

    private void countLate(Exchange exchange, String key, Duration window) {
        int weight = lateWeight(exchange);
        if (weight > 0) {
            limiter.add(key, window, weight).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.error("A call could not be counted for its rate limit", failure);
                }
            });
        }
    }

    /** A call without a response was aborted and counts, as does one whose condition or count cannot be evaluated. */
    private int lateWeight(Exchange exchange) {
        try {
            boolean counts = increment.condition() == null
                    || !exchange.hasResponse()
                    || Boolean.TRUE.equals(increment.condition().evaluate(exchange));
            return counts ? count(exchange) : 0;
        } catch (ExpressionException failure) {
            exchange.trace("The call counts as one: " + failure.getMessage());
            return 1;
        }
    }

    private int count(Exchange exchange) {
        return number("increment-count", increment.count(), exchange, 0, Integer.MAX_VALUE);
    }

    private static int number(String attribute, Expression<Integer> expression, Exchange exchange, int min, int max) {
        Integer value = expression.evaluate(exchange);
        if (value == null || value < min || value > max) {
            throw new ExpressionException("The attribute '" + attribute + "' of rate-limit-by-key is "
                    + (max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max) + ", found " + value + ".");
        }
        return value;
    }

    @Override
    public String toString() {
        return "rate-limit-by-key[" + calls + " per " + renewalPeriod + " s by " + counterKey + "]";
    }
}
