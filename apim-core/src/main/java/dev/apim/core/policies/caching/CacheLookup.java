package dev.apim.core.policies.caching;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.model.Group;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for a stored response, and leaves a {@link CacheTicket} where there is none. */
record CacheLookup(
        ResponseKey.Selection selection,
        Expression<Boolean> byDeveloper,
        Expression<Boolean> byGroups,
        Sharing sharing,
        ResponseCache cache,
        Time time)
        implements Policy {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Who else may have the response. */
    record Sharing(
            Expression<String> downstream, Expression<Boolean> mustRevalidate, Expression<Boolean> allowPrivate) {
        Downstream downstream(Exchange exchange) {
            return new Downstream(
                    Downstream.Type.of(downstream.evaluate(exchange)),
                    !Boolean.FALSE.equals(mustRevalidate.evaluate(exchange)));
        }
    }

    @Override
    public Outcome apply(Exchange exchange) {
        boolean allowPrivate = holds(sharing.allowPrivate(), exchange);
        String refusal = RequestRule.refusal(exchange, selection, allowPrivate);
        if (refusal != null) {
            exchange.trace("Not looked for in the cache: " + refusal + ".");
            return Outcome.next();
        }
        CacheTicket ticket = ticket(exchange, allowPrivate);
        return Outcome.suspend(
                cache.get(ticket.key()), (e, found, failure) -> looked(e, ticket, found), Cancellable.none());
    }

    private Outcome looked(Exchange exchange, CacheTicket ticket, @Nullable CachedResponse found) {
        if (found == null || !Variants.areNamedBy(found)) {
            return found == null ? miss(exchange, ticket) : hit(exchange, ticket, found);
        }
        String key = ResponseKey.variant(ticket.key(), Variants.fields(found), ticket.fields());
        return Outcome.suspend(
                cache.get(key),
                (e, variant, failure) -> variant == null ? miss(e, ticket) : hit(e, ticket, variant),
                Cancellable.none());
    }

    private static Outcome miss(Exchange exchange, CacheTicket ticket) {
        exchange.put(CacheTicket.KEY, ticket);
        exchange.trace("Not in the cache.");
        return Outcome.next();
    }

    private Outcome hit(Exchange exchange, CacheTicket ticket, CachedResponse found) {
        exchange.put(CacheTicket.KEY, ticket.spent());
        Headers headers = found.headers().copy();
        Freshness freshness = Freshness.of(headers);
        long age = (time.nanos() - found.storedAtNanos()) / NANOS_PER_SECOND;
        ticket.downstream().tell(headers, freshness);
        ticket.downstream().tellAge(headers, Math.min(Math.max(age, 0), freshness.seconds()));
        exchange.respondWith(new ResponseMessage(found.status(), found.reason(), headers, Body.of(found.body())));
        exchange.trace("Answered from the cache.");
        return Outcome.cacheHit();
    }

    private CacheTicket ticket(Exchange exchange, boolean allowPrivate) {
        Headers headers = exchange.request().headers();
        boolean developers = holds(byDeveloper, exchange);
        boolean authorized = headers.contains("Authorization");
        ResponseKey key = new ResponseKey(exchange, selection);
        key.part(developers ? developer(exchange) : "").part(holds(byGroups, exchange) ? groups(exchange) : "");
        if (authorized) {
            key.part(developer(exchange)).fields(headers, List.of("Authorization"));
        }
        boolean known = exchange.user() != null || exchange.subscription() != null;
        Downstream downstream = sharing.downstream(exchange);
        return new CacheTicket(
                key.digest(),
                selection.fields(),
                headers.copy(),
                allowPrivate,
                authorized || (developers && known),
                authorized ? downstream.ofOneCaller() : downstream,
                true);
    }

    /** The developer, or the subscription where nobody owns it. */
    private static String developer(Exchange exchange) {
        User user = exchange.user();
        Subscription subscription = exchange.subscription();
        if (user != null) {
            return "user:" + user.id();
        }
        return subscription == null ? "nobody" : "subscription:" + subscription.id();
    }

    private static String groups(Exchange exchange) {
        User user = exchange.user();
        return user == null
                ? "nobody"
                : exchange.gateway().groups(user).stream()
                        .map(Group::id)
                        .sorted()
                        .toList()
                        .toString();
    }

    private static boolean holds(Expression<Boolean> expression, Exchange exchange) {
        return Boolean.TRUE.equals(expression.evaluate(exchange));
    }

    @Override
    public String toString() {
        return "cache-lookup[fields " + selection.fields() + ", parameters "
                + (selection.parameters().isEmpty() ? "all" : selection.parameters()) + "]";
    }
}
