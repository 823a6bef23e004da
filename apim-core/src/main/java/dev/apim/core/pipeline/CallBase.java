package dev.apim.core.pipeline;

/** Runs the same section of the next broader scope, if there is one (Azure: base). */
record CallBase() implements Instruction {
    @Override
    public int execute(Run run, int at) {
        return run.callBase(at);
    }
}
