package dev.apim.ai;

import dev.apim.Cancellable;
import dev.apim.core.policies.limit.CounterKey;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.RateLimiter;
import dev.apim.limit.Renewal;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A limit for the tokens that calls with the same key use: in any minute, in a period, or both. The counters are known by key alone and
 * shared by all policies that use it; a call counts once in each.
 *
 * <p>What is estimated counts at once, in one step with the check; what an answer uses beyond that counts when it is known, and an
 * estimate that was too high is not given back. Without an estimate so many calls may be under way beyond the limit as come in before
 * the first of them is answered.
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
    record Means(RateLimiter limiter, QuotaCounter quotas) {}

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
        exchange.onResponse(e -> notice.head(e, figures, tally.isAnswered()));
        return charge.perMinute() == null ? quota(exchange, charge, tally) : minute(exchange, charge, tally);
    }

    private Charge charge(Exchange exchange, TokenNotice.Figures figures) {
        String author = counterKey.evaluate(exchange);
        Integer perMinute =
                limits.perMinute() == null ? null : limits.perMinute().evaluate(exchange);
        Long quota = limits.quota() == null ? null : limits.quota().evaluate(exchange);
        return new Charge(
                CounterKey.ofTokens(author == null ? "" : author),
                limits.perMinute() == null ? null : positive("tokens-per-minute", perMinute),
                limits.quota() == null ? null : positive("token-quota", quota),
                limits.period() == null
                        ? QuotaPeriod.HOURLY
                        : period(limits.period().evaluate(exchange)),
                figures);
    }

    private static long positive(String attribute, @Nullable Number value) {
        if (value == null || value.longValue() < 1) {
            throw new ExpressionException("The attribute '" + attribute + "' is 1 or more, found " + value + ".");
        }
        return value.longValue();
    }

    private static QuotaPeriod period(@Nullable String name) {
        return QuotaPeriod.of(name == null ? "" : name)
                .orElseThrow(() -> new ExpressionException(
                        "The attribute 'token-quota-period' is Hourly, Daily, Weekly, Monthly or Yearly."));
    }

    private Outcome minute(Exchange exchange, Charge charge, TokenTally tally) {
        long limit = charge.perMinute() == null ? 1 : charge.perMinute();
        TokenTally.Share share = tally.share("minute " + charge.key(), charge.figures().consumed);
        return Outcome.suspend(
                means.limiter().acquire(charge.key(), share.bound(limit), MINUTE, share.weight()),
                (e, decision, failure) -> {
                    if (decision == null) {
                        LOG.error("A token limit could not be checked", failure);
                        return Outcome.fail(
                                PolicyFailure.internal("RateLimiterFailure", "The token limit could not be checked."));
                    }
                    charge.figures().minuteLeft = Math.max(0, decision.remaining() - share.slack());
                    if (!decision.allowed()) {
                        notice.tell(e, charge.figures());
                        return notice.overLimit(e, decision.retryAfterSeconds());
                    }
                    share.take(more -> logged(means.limiter().add(charge.key(), MINUTE, more)));
                    return charge.quota() == null ? admitted(e, charge, tally) : quota(e, charge, tally);
                },
                Cancellable.none());
    }

    private Outcome quota(Exchange exchange, Charge charge, TokenTally tally) {
        long quota = charge.quota() == null ? 1 : charge.quota();
        Renewal windows = charge.period().windows();
        TokenTally.Share share = tally.share(charge.period() + " " + charge.key(), charge.figures().consumed);
        return Outcome.suspend(
                means.quotas().acquire(charge.key(), windows, Limit.ofCalls(share.bound(quota)), share.weight()),
                (e, decision, failure) -> {
                    if (decision == null) {
                        LOG.error("A token quota could not be checked", failure);
                        return Outcome.fail(
                                PolicyFailure.internal("QuotaCounterFailure", "The token quota could not be checked."));
                    }
                    charge.figures().quotaLeft =
                            Math.max(0, quota - decision.used().calls());
                    if (!decision.allowed()) {
                        notice.tell(e, charge.figures());
                        return notice.overQuota(e, seconds(decision.replenished()));
                    }
                    share.take(more -> logged(means.quotas().add(charge.key(), windows, more, 0)));
                    return admitted(e, charge, tally);
                },
                Cancellable.none());
    }

    /** Whole seconds, rounded up, so that whoever waits as long as told finds room. */
    private static long seconds(@Nullable Duration wait) {
        return wait == null ? 1 : Math.max(1, wait.plusNanos(999_999_999).getSeconds());
    }

    private static void logged(CompletionStage<Void> counted) {
        counted.whenComplete((done, failure) -> {
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
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "token-limit[" + counterKey + ", per minute " + limits.perMinute() + ", quota " + limits.quota() + "]";
    }
}
