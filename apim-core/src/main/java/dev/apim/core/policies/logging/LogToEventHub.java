package dev.apim.core.policies.logging;

import dev.apim.event.Event;
import dev.apim.model.Api;
import dev.apim.model.Logger;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One event to a logger: handed over and forgotten. What goes wrong from then on is told in the log, not to the caller.
 *
 * @param scope of the document it stands in: loggers of a workspace serve its APIs
 */
record LogToEventHub(
        String loggerId,
        @Nullable String partitionId,
        @Nullable Expression<String> partitionKey,
        Expression<String> text,
        Scope scope,
        PolicyServices services)
        implements Policy {
    /** The most bytes of an event, in UTF-8: 200 KB. */
    static final int MOST_BYTES = 200 * 1024;

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("dev.apim.events");
    private static final AtomicLong LOST = new AtomicLong();

    @Override
    public Outcome apply(Exchange exchange) {
        String said = text.evaluate(exchange);
        String key = partitionKey == null ? null : partitionKey.evaluate(exchange);
        Api api = exchange.api();
        String workspace = scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
        Optional<Logger> logger = exchange.gateway().logger(workspace, loggerId);
        if (logger.isEmpty()) {
            lost(exchange);
            return Outcome.next();
        }
        Event event = new Event(services.time().now(), truncated(said == null ? "" : said), partitionId, key);
        if (!services.events().send(logger.get(), event)) {
            exchange.trace("The event was dropped: too many wait to be written.");
        }
        return Outcome.next();
    }

    /** Says it at the 1st, 2nd, 4th, … time. */
    private void lost(Exchange exchange) {
        exchange.trace("The event was dropped: there is no logger '" + loggerId + "'.");
        if (Long.bitCount(LOST.incrementAndGet()) == 1) {
            LOG.warn("an event was dropped: there is no logger '{}'; define it or correct the name", loggerId);
        }
    }

    /** The text, or as much of its beginning as fits, no character cut. */
    static String truncated(String text) {
        if (text.length() <= MOST_BYTES / 3) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > MOST_BYTES) {
                return text.substring(0, at);
            }
            at += Character.charCount(point);
        }
        return text;
    }

    @Override
    public String toString() {
        return "log-to-eventhub logger-id=" + loggerId;
    }
}
