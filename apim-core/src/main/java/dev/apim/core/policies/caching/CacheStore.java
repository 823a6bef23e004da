package dev.apim.core.policies.caching;

import dev.apim.Time;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores the response as it stands, fields and body, under the key that cache-lookup left. A body in memory is stored at once; a body
 * that streams goes on streaming and is stored when its last byte has passed, so that storing never delays a response nor fails one that
 * is too long to be stored.
 */
record CacheStore(
        Expression<Integer> duration, @Nullable Expression<Boolean> cacheResponse, ResponseCache cache, Time time)
        implements Policy {

    @Override
    public Outcome apply(Exchange exchange) {
        CacheTicket ticket = exchange.get(CacheTicket.KEY);
        if (ticket == null || !ticket.open()) {
            return Outcome.next();
        }
        exchange.put(CacheTicket.KEY, ticket.spent());
        ResponseMessage response = exchange.response();
        Integer seconds = duration.evaluate(exchange);
        String refusal = refusal(exchange, ticket, seconds);
        if (refusal != null || seconds == null) {
            exchange.trace("Not stored: " + refusal + ".");
            return Outcome.next();
        }
        Freshness freshness = new Freshness(
                seconds, CacheControl.directives(response.headers()).contains("private"));
        whole(response.body(), writer(ticket, response, freshness));
        ticket.downstream().tell(response.headers(), freshness);
        return Outcome.next();
    }

    private @Nullable String refusal(Exchange exchange, CacheTicket ticket, @Nullable Integer seconds) {
        if (seconds == null || seconds < 1) {
            return "its duration is " + seconds;
        }
        ResponseMessage response = exchange.response();
        if (response.body().isGone()) {
            return "its body was read without preserving its content";
        }
        if (response.body().length() > cache.maxBodyBytes()) {
            return "its body has " + response.body().length() + " bytes, the cache takes " + cache.maxBodyBytes();
        }
        return ResponseRule.refusal(ticket, response, cacheResponse == null ? null : wanted(cacheResponse, exchange));
    }

    /** An expression that gives nothing wants nothing stored. */
    private static boolean wanted(Expression<Boolean> expression, Exchange exchange) {
        return Boolean.TRUE.equals(expression.evaluate(exchange));
    }

    private void whole(MessageBody body, Consumer<byte[]> writer) {
        BytesBody bytes = body.buffered();
        if (bytes != null) {
            writer.accept(bytes.bytes());
        } else {
            body.replace(WholeBody.of(body.take(), cache.maxBodyBytes(), writer));
        }
    }

    /** Writes the response as it is now, once its body is there. */
    private Consumer<byte[]> writer(CacheTicket ticket, ResponseMessage response, Freshness freshness) {
        int status = response.status();
        String reason = response.reason();
        Headers fields = ResponseRule.fields(response.headers(), freshness);
        List<String> variesBy = ResponseRule.variesBy(ticket, response.headers());
        Duration timeToLive = Duration.ofSeconds(freshness.seconds());
        return body -> {
            CachedResponse entry = new CachedResponse(status, reason, fields, body, time.nanos());
            if (variesBy.isEmpty()) {
                cache.put(ticket.key(), entry, timeToLive);
            } else {
                cache.put(ResponseKey.variant(ticket.key(), variesBy, ticket.fields()), entry, timeToLive);
                cache.put(ticket.key(), Variants.entry(variesBy, time.nanos()), timeToLive);
            }
        };
    }

    @Override
    public String toString() {
        return "cache-store[" + duration + " s]";
    }
}
