package dev.apim.core.pipeline;

import java.util.List;

/** Runs other code and comes back (Azure: include-fragment). */
record CallCode(Code callee) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        return run.call(callee, at);
    }

    @Override
    public List<Code> callees() {
        return List.of(callee);
    }
}
