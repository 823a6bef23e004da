package dev.apim.core.pipeline;

import dev.apim.policy.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What policies left to do for later, done once, in order; one that fails does not stop the others. */
final class LateActions {
    private static final Logger LOG = LoggerFactory.getLogger(LateActions.class);

    private final List<Consumer<Exchange>> actions = new ArrayList<>(2);

    /** One more; most requests have none at all. */
    static LateActions with(@Nullable LateActions present, Consumer<Exchange> action) {
        LateActions all = present == null ? new LateActions() : present;
        all.actions.add(action);
        return all;
    }

    static void run(@Nullable LateActions due, GatewayExchange exchange) {
        if (due == null) {
            return;
        }
        for (Consumer<Exchange> action : due.actions) {
            try {
                action.accept(exchange);
            } catch (RuntimeException e) {
                LOG.warn("request {}: {}", exchange.requestId(), exchange.redact(String.valueOf(e.getMessage())));
            }
        }
    }
}
