package dev.apim.core.pipeline;

import dev.apim.policy.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The step-by-step trace of one request: which policy ran, where it stands, how long it took and what it changed. It belongs to one
 * exchange.
 */
public final class RequestTrace {
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /**
     * One policy's run.
     *
     * @param origin where it stands
     * @param nanos from its start to its end, waits included
     * @param changes what it changed, a line each, secrets left out
     * @param outcome how it went on: empty, or why the request did not
     */
    public record Step(Origin origin, long nanos, List<String> changes, String outcome) {}

    private record Open(Origin origin, long startNanos, ExchangeState before, List<String> notes) {}

    /** The steps in the order they ended. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    void begin(GatewayExchange exchange, Origin origin, Instruction instruction) {
        open.push(new Open(origin, exchange.runtime().time().nanos(), ExchangeState.of(exchange), new ArrayList<>()));
    }

    void note(String message) {
        Open current = open.peek();
        if (current != null) {
            current.notes().add(message);
        }
    }

    void end(GatewayExchange exchange, Outcome outcome) {
        Open ended = open.poll();
        if (ended == null) {
            return;
        }
        List<String> changes = new ArrayList<>(ended.notes());
        changes.addAll(ExchangeState.of(exchange).since(ended.before()));
        long nanos = exchange.runtime().time().nanos() - ended.startNanos();
        steps.add(new Step(ended.origin(), nanos, List.copyOf(changes), exchange.redact(text(outcome))));
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Fail fail) {
            return "failed: " + fail.failure().status() + " " + fail.failure().reason() + ": "
                    + fail.failure().message();
        }
        return outcome == Outcome.next() ? "" : outcome == Outcome.cacheHit() ? "cache hit" : "ends the request";
    }
}
