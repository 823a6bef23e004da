package dev.apim.core.policies.limit;

import dev.apim.core.policies.limit.QuotaCharge.Counter;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A quota for the calls with the same key. The counter is known by key and windows alone and shared by all policies that use it; a
 * request counts in it once.
 *
 * <p>A call counts at once, in one step with the check; with a condition, when its response is ready. Its bytes count at its end.
 */
record QuotaByKey(
        Expression<String> counterKey,
        Limit limit,
        Renewal renewal,
        @Nullable Expression<Boolean> condition,
        Expression<Integer> count,
        QuotaCharge charge)
        implements Policy {

    @Override
    public Outcome apply(Exchange exchange) {
        String author = counterKey.evaluate(exchange);
        // Calls whose key is null share one counter: nobody goes uncounted.
        Counter at = new Counter(CounterKey.ofAuthor(author == null ? "" : author), renewal);
        boolean late = condition != null;
        return charge.check(exchange, at, limit, late ? 0 : weight(exchange), e -> {
            if (late) {
                if (limitsBytes()) {
                    Traffic.of(e); // watched from here on, whether or not it will count
                }
                e.onResponse(ended -> countLate(ended, at));
            } else if (limitsBytes()) {
                charge.countBytes(e, at);
            }
            return Outcome.next();
        });
    }

    private boolean limitsBytes() {
        return limit.bytes() != Long.MAX_VALUE;
    }

    private void countLate(Exchange exchange, Counter at) {
        long calls = lateWeight(exchange);
        charge.count(exchange, at, calls);
        if (calls > 0 && limitsBytes()) {
            charge.countBytes(exchange, at);
        }
    }

    /** A call without a response was aborted and counts, as does one whose condition or count cannot be evaluated. */
    private long lateWeight(Exchange exchange) {
        try {
            boolean counts =
                    condition == null || !exchange.hasResponse() || Boolean.TRUE.equals(condition.evaluate(exchange));
            return counts ? weight(exchange) : 0;
        } catch (ExpressionException failure) {
            exchange.trace("The call counts as one: " + failure.getMessage());
            return 1;
        }
    }

    private long weight(Exchange exchange) {
        Integer value = count.evaluate(exchange);
        if (value == null || value < 0) {
            throw new ExpressionException(
                    "The attribute 'increment-count' of quota-by-key is 0 or more, found " + value + ".");
        }
        return value;
    }

    @Override
    public String toString() {
        return "quota-by-key[" + limit + " per " + renewal.period() + " by " + counterKey + "]";
    }
}
