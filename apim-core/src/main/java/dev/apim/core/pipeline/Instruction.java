package dev.apim.core.pipeline;

import java.util.List;

/** One step of a {@link Code}. Immutable. */
public sealed interface Instruction
        permits LeafInstruction, Jump, JumpUnless, CallBase, CallCode, EnterGuard, RetryInstruction, WaitInstruction {
    /**
     * Runs for one run of the code.
     *
     * @param run that is on its way
     * @param at this instruction's index
     * @return the index to go on with, or one of {@link Run#SUSPENDED} and {@link Run#ENDED}
     */
    int execute(Run run, int at);

    /** The codes it runs within. */
    default List<Code> callees() {
        return List.of();
    }
}
