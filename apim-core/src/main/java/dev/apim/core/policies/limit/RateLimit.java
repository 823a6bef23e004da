package dev.apim.core.policies.limit;

import dev.apim.limit.RateLimiter;
import dev.apim.limit.RateLimiter.Decision;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A limit for the calls of a subscription, with limits of their own for some APIs and operations. Every level has its own counter; the
 * narrowest is asked first, so that calls it refuses do not use up the broader ones. Does nothing for a call without a subscription.
 */
record RateLimit(Level level, List<Target> apis, Scope scope, LimitNotice notice, RateLimiter limiter)
        implements Policy {

    /** A limit. */
    record Level(int calls, Duration period) {}

    /** An API or operation with a limit of its own, and for an API those of its operations. */
    record Target(@Nullable String id, @Nullable String name, Level level, List<Target> operations) {
        boolean names(String resourceName, String displayName) {
            return id != null ? id.equalsIgnoreCase(resourceName) : displayName.equals(name);
        }
    }

    private record Check(String key, Level level) {}

    @Override
    public Outcome apply(Exchange exchange) {
        Subscription subscription = exchange.subscription();
        if (subscription == null) {
            return Outcome.next();
        }
        String counter = counter(exchange, name(subscription));
        if (apis.isEmpty()) {
            return only(exchange, counter);
        }
        return check(exchange, checks(exchange, subscription, new Check(counter, level)), 0, Long.MAX_VALUE);
    }

    private Outcome only(Exchange exchange, String counter) {
        CompletionStage<Decision> stage = limiter.acquire(counter, level.calls(), level.period(), 1);
        Decision ready = RateLimitByKey.ready(stage);
        return ready == null ? RateLimitByKey.decided(stage, this::settle) : settle(exchange, ready);
    }

    private Outcome settle(Exchange exchange, Decision decision) {
        return decision.allowed()
                ? notice.allowed(exchange, decision.remaining(), level.calls())
                : notice.refused(exchange, decision.retryAfterSeconds(), level.calls());
    }

    private Outcome check(Exchange exchange, List<Check> checks, int index, long least) {
        if (index == checks.size()) {
            return notice.allowed(exchange, least, level.calls());
        }
        Check check = checks.get(index);
        CompletionStage<Decision> stage = limiter.acquire(
                check.key(), check.level().calls(), check.level().period(), 1);
        return RateLimitByKey.decided(stage, (e, decision) -> next(e, checks, index, least, decision));
    }

    private Outcome next(Exchange exchange, List<Check> checks, int index, long least, Decision decision) {
        return decision.allowed()
                ? check(exchange, checks, index + 1, Math.min(least, decision.remaining()))
                : notice.refused(exchange, decision.retryAfterSeconds(), level.calls());
    }

    private List<Check> checks(Exchange exchange, Subscription subscription, Check broadest) {
        List<Check> checks = new ArrayList<>(3);
        Api api = exchange.api();
        Operation operation = exchange.operation();
        Target target = api == null ? null : find(apis, api.id(), api.displayName());
        if (api != null && target != null) {
            String place = place(exchange) + ":api:" + api.id();
            Target inner =
                    operation == null ? null : find(target.operations(), operation.id(), operation.displayName());
            if (operation != null && inner != null) {
                String innermost = place + ":operation:" + operation.id();
                checks.add(new Check(CounterKey.ofSubscription(name(subscription), innermost), inner.level()));
            }
            checks.add(new Check(CounterKey.ofSubscription(name(subscription), place), target.level()));
        }
        checks.add(broadest);
        return checks;
    }

    private static @Nullable Target find(List<Target> targets, String resourceName, String displayName) {
        for (Target target : targets) {
            if (target.names(resourceName, displayName)) {
                return target;
            }
        }
        return null;
    }

    private String counter(Exchange exchange, String subscription) {
        Product product = exchange.product();
        return scope == Scope.PRODUCT && product != null
                ? CounterKey.ofSubscription(subscription, "p:", product.id())
                : CounterKey.ofSubscription(subscription, place(exchange));
    }

    /** What the document limits: two documents of different scopes count apart. Revisions of an API count together. */
    private String place(Exchange exchange) {
        Api api = exchange.api();
        Product product = exchange.product();
        Operation operation = exchange.operation();
        String apiId = api == null ? "" : api.id();
        return switch (scope) {
            case PRODUCT -> "p:" + (product == null ? "" : product.id());
            case API -> "a:" + apiId;
            case OPERATION -> "o:" + apiId + ":" + (operation == null ? "" : operation.id());
            case GLOBAL, WORKSPACE -> scope.toString();
        };
    }

    private static String name(Subscription subscription) {
        String workspace = subscription.scope().workspaceId();
        return workspace == null ? subscription.id() : workspace + "/" + subscription.id();
    }

    @Override
    public String toString() {
        return "rate-limit[" + level.calls() + " per " + level.period() + "]";
    }
}
