package dev.apim.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The step-by-step trace of one request: which policy ran, where it stands, how long it took and what it changed. It belongs to one
 * exchange.
 */
public final class RequestTrace {
    private final List<Step> steps = new ArrayList<>();
    private @Nullable TracedStep entered;

    /**
     * One policy's run.
     *
     * @param origin where it stands
     * @param nanos from its start to its end, waits included
     * @param changes what it changed itself, a line each, secrets left out
     * @param outcome how it went on: empty, why the request did not, or {@code called off}
     */
    public record Step(Origin origin, long nanos, List<String> changes, String outcome) {}

    /** The steps in the order they ended. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The step that runs now, if one does. */
    @Nullable
    TracedStep entered() {
        return entered;
    }

    void entered(@Nullable TracedStep step) {
        entered = step;
    }

    void note(String message) {
        if (entered != null) {
            entered.note(message);
        }
    }

    void add(Step step) {
        steps.add(step);
    }
}
