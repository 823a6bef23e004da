package dev.apim.core.pipeline;

import dev.apim.policy.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One policy's run while it is traced. While it waits, and while a child of it runs, it is left: what changes then is not its doing.
 * Each run keeps its own, so that the children of one {@code wait} may end in any order.
 */
final class TracedStep {
    private final RequestTrace trace;
    private final Origin origin;
    private final long startNanos;
    private final List<String> changes = new ArrayList<>();
    private ExchangeState seen;
    private @Nullable TracedStep outer;

    private TracedStep(RequestTrace trace, Origin origin, long startNanos, ExchangeState seen) {
        this.trace = trace;
        this.origin = origin;
        this.startNanos = startNanos;
        this.seen = seen;
    }

    /** Begins within the step that is entered, if one is. */
    static TracedStep begin(RequestTrace trace, GatewayExchange exchange, Origin origin) {
        ExchangeState now = ExchangeState.of(exchange);
        TracedStep step =
                new TracedStep(trace, origin, exchange.runtime().time().nanos(), now);
        step.within(now);
        return step;
    }

    void note(String message) {
        changes.add(message);
    }

    /** Goes on after a wait. */
    void enter(GatewayExchange exchange) {
        within(ExchangeState.of(exchange));
    }

    private void within(ExchangeState now) {
        outer = trace.entered();
        if (outer != null) {
            outer.changes.addAll(now.since(outer.seen));
        }
        seen = now;
        trace.entered(this);
    }

    /** Begins to wait. */
    void leave(GatewayExchange exchange) {
        ExchangeState now = ExchangeState.of(exchange);
        changes.addAll(now.since(seen));
        if (outer != null) {
            outer.seen = now;
        }
        trace.entered(outer);
        outer = null;
    }

    /** Ends, being entered. */
    void end(GatewayExchange exchange, Outcome outcome) {
        leave(exchange);
        record(exchange, text(outcome));
    }

    /** Is called off while it waits. */
    void callOff(GatewayExchange exchange) {
        record(exchange, "called off");
    }

    private void record(GatewayExchange exchange, String outcome) {
        long nanos = exchange.runtime().time().nanos() - startNanos;
        // A secret may be a name as well as a value.
        List<String> shown = changes.stream().map(exchange::redact).toList();
        trace.add(new RequestTrace.Step(origin, nanos, shown, exchange.redact(outcome)));
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Fail fail) {
            return "failed: " + fail.failure().status() + " " + fail.failure().reason() + ": "
                    + fail.failure().message();
        }
        return outcome == Outcome.next() ? "" : outcome == Outcome.cacheHit() ? "cache hit" : "ends the request";
    }
}
