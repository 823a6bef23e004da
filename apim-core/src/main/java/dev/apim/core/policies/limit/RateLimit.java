package dev.apim.core.policies.limit;

import dev.apim.core.policies.limit.SubscriptionLevels.Check;
import dev.apim.limit.RateLimiter;
import dev.apim.limit.RateLimiter.Decision;
import dev.apim.model.Subscription;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A limit for the calls of a subscription. Does nothing for a call without one. */
record RateLimit(SubscriptionLevels<Level> levels, LimitNotice notice, RateLimiter limiter) implements Policy {

    /** A limit. */
    record Level(int calls, Duration period) {}

    @Override
    public Outcome apply(Exchange exchange) {
        Subscription subscription = exchange.subscription();
        if (subscription == null) {
            return Outcome.next();
        }
        if (levels.apis().isEmpty()) {
            return only(exchange, levels.counter(exchange, subscription));
        }
        return check(exchange, levels.checks(exchange, subscription), 0, Long.MAX_VALUE);
    }

    private Level level() {
        return levels.level();
    }

    private Outcome only(Exchange exchange, String counter) {
        CompletionStage<Decision> stage = limiter.acquire(counter, level().calls(), level().period(), 1);
        Decision ready = RateLimitByKey.ready(stage);
        return ready == null ? RateLimitByKey.decided(stage, this::settle) : settle(exchange, ready);
    }

    private Outcome settle(Exchange exchange, Decision decision) {
        return decision.allowed()
                ? notice.allowed(exchange, decision.remaining(), level().calls())
                : notice.refused(exchange, decision.retryAfterSeconds(), level().calls());
    }

    private Outcome check(Exchange exchange, List<Check<Level>> checks, int index, long least) {
        if (index == checks.size()) {
            return notice.allowed(exchange, least, level().calls());
        }
        Check<Level> check = checks.get(index);
        CompletionStage<Decision> stage = limiter.acquire(
                check.key(), check.level().calls(), check.level().period(), 1);
        return RateLimitByKey.decided(stage, (e, decision) -> next(e, checks, index, least, decision));
    }

    private Outcome next(Exchange exchange, List<Check<Level>> checks, int index, long least, Decision decision) {
        return decision.allowed()
                ? check(exchange, checks, index + 1, Math.min(least, decision.remaining()))
                : notice.refused(exchange, decision.retryAfterSeconds(), level().calls());
    }

    @Override
    public String toString() {
        return "rate-limit[" + level().calls() + " per " + level().period() + "]";
    }
}
