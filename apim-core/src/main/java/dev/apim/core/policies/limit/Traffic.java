package dev.apim.core.policies.limit;

import dev.apim.core.policies.message.WatchedBody;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of a request's body and of its response's, as far as they passed. One for an exchange, however many quotas ask; known at
 * its end.
 */
final class Traffic {
    private static final ExchangeKey<Traffic> KEY = ExchangeKey.of("traffic");

    /** Bodies may stream on other threads than the lane, one after the other. */
    private final AtomicLong bytes = new AtomicLong();

    private Traffic() {}

    /** Begins to count, unless somebody has. */
    static Traffic of(Exchange exchange) {
        Traffic known = exchange.get(KEY);
        if (known != null) {
            return known;
        }
        Traffic traffic = new Traffic();
        exchange.put(KEY, traffic);
        traffic.count(exchange.request().body());
        exchange.onResponse(e -> {
            if (e.hasResponse()) {
                traffic.count(e.response().body());
            }
        });
        return traffic;
    }

    private void count(MessageBody body) {
        BytesBody buffered = body.inMemory();
        if (buffered != null) {
            bytes.addAndGet(buffered.length());
        } else if (!body.isGone() && !body.isAbsent()) {
            Body stream = body.take();
            body.replace(new WatchedBody(stream, chunk -> bytes.addAndGet(chunk.remaining())));
        }
    }

    long bytes() {
        return bytes.get();
    }
}
