package dev.apim.core.pipeline;

/** Goes on elsewhere in the same code, leaving the guards that do not hold the target. */
record Jump(int target) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        return run.jump(at, target);
    }
}
