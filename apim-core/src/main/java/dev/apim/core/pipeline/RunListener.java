package dev.apim.core.pipeline;

import dev.apim.policy.Outcome;
import org.jspecify.annotations.Nullable;

/** Whoever started a {@link Run}. */
interface RunListener {
    /** The run is over; on the lane. */
    void finished(Run run);

    /**
     * Whether a failure does not end the run, because a repetition takes it for the end of an attempt. The stack then stands where the
     * run goes on.
     *
     * @param at where it failed
     */
    default boolean catches(Outcome.Fail failure, @Nullable Origin at, CallStack stack) {
        return false;
    }
}
