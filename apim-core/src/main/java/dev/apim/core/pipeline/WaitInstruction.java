package dev.apim.core.pipeline;

import dev.apim.policy.Expression;
import java.util.List;

/**
 * Runs its children side by side on the lane of the exchange; their waits overlap (Azure: wait).
 *
 * @param children one code each
 * @param mode {@code all} or {@code any}
 */
record WaitInstruction(List<Code> children, Expression<String> mode) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        return run.fork(children, "any".equalsIgnoreCase(mode.evaluate(run.exchange())), at);
    }

    @Override
    public List<Code> callees() {
        return children;
    }
}
