package dev.apim.core.pipeline;

import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;

/** Applies one policy. */
record LeafInstruction(Policy policy) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        Outcome outcome = policy.apply(run.exchange());
        return outcome == Outcome.Signal.NEXT ? at + 1 : run.take(outcome, at);
    }

    @Override
    public String toString() {
        return policy.toString();
    }
}
