package dev.apim.core.policies.limit;

import dev.apim.core.policies.limit.QuotaCharge.Counter;
import dev.apim.core.policies.limit.SubscriptionLevels.Check;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import dev.apim.model.Subscription;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quota for the calls of a subscription, in windows that are counted from its start. Does nothing for a call without a subscription.
 */
record Quota(SubscriptionLevels<Level> levels, QuotaCharge charge) implements Policy {

    /** A quota and its window; zero: never renewed. */
    record Level(Limit limit, Duration period) {}

    @Override
    public Outcome apply(Exchange exchange) {
        Subscription subscription = exchange.subscription();
        return subscription == null
                ? Outcome.next()
                : check(exchange, origin(subscription), levels.checks(exchange, subscription), 0);
    }

    private Outcome check(Exchange exchange, Instant origin, List<Check<Level>> checks, int index) {
        if (index == checks.size()) {
            return Outcome.next();
        }
        Level level = checks.get(index).level();
        Counter at = new Counter(checks.get(index).key(), new Renewal(origin, level.period()));
        return charge.check(exchange, at, level.limit(), 1, e -> {
            if (level.limit().bytes() != Long.MAX_VALUE) {
                charge.countBytes(e, at);
            }
            return check(e, origin, checks, index + 1);
        });
    }

    /** Its start; of one that has none, its creation. */
    private static Instant origin(Subscription subscription) {
        @Nullable
        Instant start = subscription.startDate() == null ? subscription.createdDate() : subscription.startDate();
        return Objects.requireNonNullElse(start, Renewal.DEFAULT_ORIGIN);
    }

    @Override
    public String toString() {
        return "quota[" + levels.level() + "]";
    }
}
