package dev.apim.policy;

import dev.apim.Cancellable;
import java.util.concurrent.CompletionStage;

/**
 * Policies that stand within an element, compiled: what a policy with children runs. Immutable and thread-safe.
 *
 * <pre>{@code
 * record Twice(Statements children) implements Policy {
 *     public Outcome apply(Exchange exchange) {
 *         return children.run(exchange, (same, first, failure) -> first == Outcome.next()
 *                 ? children.run(same, (still, second, again) -> second)
 *                 : first);
 *     }
 * }
 * }</pre>
 */
public interface Statements {
    /**
     * Starts them over an exchange, as a run of their own. Must be called on the exchange's lane and does not block; what they do
     * happens on that lane, so that runs over one exchange interleave and only their waits overlap.
     */
    Running start(Exchange exchange);

    /**
     * Runs them as a part of the policy that holds them.
     *
     * @param then how the policy goes on; its result is how they ended: next, respond or fail
     */
    default Outcome run(Exchange exchange, Outcome.Resumption<Outcome> then) {
        Running running = start(exchange);
        return Outcome.suspend(running.outcome(), then, running);
    }

    /** Statements on their way. */
    interface Running extends Cancellable {
        /** How they ended: next, respond or fail; it completes on the lane and never fails. */
        CompletionStage<Outcome> outcome();

        /** Calls off what they wait for and lets go of what they hold; {@link #outcome} does not complete any more. On the lane. */
        @Override
        void cancel();
    }
}
