package dev.apim.core.pipeline;

import dev.apim.policy.Expression;

/** Goes on elsewhere unless a condition holds; {@code null} does not hold. */
record JumpUnless(Expression<Boolean> condition, int target) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        Boolean holds = condition.evaluate(run.exchange());
        return holds != null && holds ? at + 1 : run.jump(at, target);
    }
}
