package dev.apim.ai;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.core.policies.limit.CounterKey;
import dev.apim.limit.RateLimiter;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A limit for the tokens that calls with the same key use: in any minute, in a period, or both. The counters are known by key alone and
 * shared by all policies that use it; a call counts once in each.
 *
 * <p>What is estimated counts at once, in one step with the check; what an answer uses beyond that counts when it is known. Without an
 * estimate so many calls may be under way beyond the limit as come in before the first of them is answered.
 */
record TokenLimit(
        Expression<String> counterKey, Limits limits, Expression<Boolean> estimate, TokenNotice notice, Means means)
        implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.limit");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The limits; at least one is there. */
    record Limits(
            @Nullable Expression<Integer> perMinute,
            @Nullable Expression<Long> quota,
            @Nullable Expression<String> period) {}

    /** What counts. */
    record Means(RateLimiter limiter, TokenQuotas quotas, Time time) {}

    /** A call that is being counted. */
    private record Charge(
            String key,
            @Nullable Long perMinute,
            @Nullable Long quota,
            QuotaPeriod period,
            TokenNotice.Figures figures) {}

    @Override
    public Outcome apply(Exchange exchange) {
        TokenTally tally = TokenTally.of(exchange);
        boolean ahead = tally.request().streams() || Boolean.TRUE.equals(estimate.evaluate(exchange));
        TokenNotice.Figures figures = new TokenNotice.Figures();
        figures.consumed = ahead ? tally.promptTokens() : 0;
        Charge charge = charge(exchange, figures);
        return charge.perMinute() == null ? quota(exchange, charge, tally) : minute(exchange, charge, tally);
    }

    private Charge charge(Exchange exchange, TokenNotice.Figures figures) {
        String author = counterKey.evaluate(exchange);
        Integer perMinute =
                limits.perMinute() == null ? null : limits.perMinute().evaluate(exchange);
        Long quota = limits.quota() == null ? null : limits.quota().evaluate(exchange);
        String period = limits.period() == null ? null : limits.period().evaluate(exchange);
        return new Charge(
                CounterKey.ofTokens(author == null ? "" : author),
                limits.perMinute() == null ? null : positive("tokens-per-minute", perMinute),
                limits.quota() == null ? null : positive("token-quota", quota),
                QuotaPeriod.of(period == null ? "" : period)
                        .or(() -> limits.quota() == null
                                ? java.util.Optional.of(QuotaPeriod.HOURLY)
                                : java.util.Optional.empty())
                        .orElseThrow(() -> new ExpressionException(
                                "The attribute 'token-quota-period' is Hourly, Daily, Weekly, Monthly or Yearly.")),
                figures);
    }

    private static long positive(String attribute, @Nullable Number value) {
        if (value == null || value.longValue() < 1) {
            throw new ExpressionException("The attribute '" + attribute + "' is 1 or more, found " + value + ".");
        }
        return value.longValue();
    }

    private Outcome minute(Exchange exchange, Charge charge, TokenTally tally) {
        boolean first = tally.charge("minute " + charge.key());
        long limit = charge.perMinute() == null ? 1 : charge.perMinute();
        long weight = first ? charge.figures().consumed : 0;
        return Outcome.suspend(
                means.limiter().acquire(charge.key(), limit, MINUTE, weight),
                (e, decision, failure) -> {
                    if (decision == null) {
                        LOG.error("A token limit could not be checked", failure);
                        return Outcome.fail(
                                PolicyFailure.internal("RateLimiterFailure", "The token limit could not be checked."));
                    }
                    charge.figures().minuteLeft = decision.remaining();
                    if (!decision.allowed()) {
                        notice.tell(e, charge.figures());
                        return notice.overLimit(e, decision.retryAfterSeconds());
                    }
                    if (first) {
                        addLater(tally, weight, more -> countMinute(charge.key(), more));
                    }
                    return charge.quota() == null ? admitted(e, charge, tally) : quota(e, charge, tally);
                },
                Cancellable.none());
    }

    private Outcome quota(Exchange exchange, Charge charge, TokenTally tally) {
        boolean first = tally.charge(charge.period() + " " + charge.key());
        long weight = first ? charge.figures().consumed : 0;
        long quota = charge.quota() == null ? 0 : charge.quota();
        Instant now = means.time().now();
        long left = means.quotas().acquire(charge.key(), charge.period(), quota, weight, now);
        charge.figures().quotaLeft = Math.max(0, left);
        if (left < 0) {
            notice.tell(exchange, charge.figures());
            long seconds = Duration.between(now, charge.period().end(now))
                    .plusMillis(999)
                    .toSeconds();
            return notice.overQuota(exchange, Math.max(1, seconds));
        }
        if (first) {
            addLater(
                    tally,
                    weight,
                    more -> means.quotas()
                            .add(
                                    charge.key(),
                                    charge.period(),
                                    more,
                                    means.time().now()));
        }
        return admitted(exchange, charge, tally);
    }

    private interface Counter {
        void add(long tokens);
    }

    /** Counts what answers use: the first one, what is beyond the estimate; a repeated call, all of it. */
    private static void addLater(TokenTally tally, long counted, Counter counter) {
        long[] ahead = {counted};
        tally.onUsage(usage -> {
            long more = usage.total() - ahead[0];
            ahead[0] = 0;
            if (more > 0) {
                counter.add(more);
            }
        });
    }

    private void countMinute(String key, long tokens) {
        means.limiter().add(key, MINUTE, tokens).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("Tokens could not be counted for their limit", failure);
            }
        });
    }

    private Outcome admitted(Exchange exchange, Charge charge, TokenTally tally) {
        TokenNotice.Figures figures = charge.figures();
        long[] ahead = {figures.consumed};
        tally.onUsage(usage -> {
            figures.use(Math.max(0, usage.total() - ahead[0]));
            figures.consumed = usage.total();
            ahead[0] = 0;
            notice.tell(exchange, figures);
        });
        notice.tell(exchange, figures);
        exchange.onResponse(e -> notice.head(e, figures));
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "token-limit[" + counterKey + ", per minute " + limits.perMinute() + ", quota " + limits.quota() + "]";
    }
}
