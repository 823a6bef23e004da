package dev.apim.core.pipeline;

import dev.apim.policy.BodyUse;
import java.util.List;

/** A section of one document, or a fragment for one section, compiled. Immutable; shared by all programs that contain it. */
public final class Code {
    static final int READS_REQUEST = 1;
    static final int READS_RESPONSE = 2;
    static final int UNBOUNDED = 4;
    static final int NEEDS_STORE = 8;
    static final int TAKES_REQUEST = 16;
    static final int TAKES_RESPONSE = 32;

    private static final int TOUCHES_REQUEST = READS_REQUEST | TAKES_REQUEST;
    private static final int TOUCHES_RESPONSE = READS_RESPONSE | TAKES_RESPONSE;

    final Instruction[] instructions;
    final Origin[] origins;
    final int[] needs;
    final Guard[] guards;
    final int slots;
    private final int[] retries;
    private final List<Statement> statements;
    private final BodyUse deferred;

    /**
     * A top-level statement of the code.
     *
     * @param from index of its first instruction
     * @param to index after its last
     */
    record Statement(int from, int to) {}

    Code(
            Instruction[] instructions,
            Origin[] origins,
            int[] needs,
            Guard[] guards,
            int slots,
            int[] retries,
            List<Statement> statements,
            BodyUse deferred) {
        this.instructions = instructions;
        this.origins = origins;
        this.needs = needs;
        this.guards = guards;
        this.slots = slots;
        this.retries = retries;
        this.statements = List.copyOf(statements);
        this.deferred = deferred;
    }

    /** The index of the innermost {@link RetryInstruction} whose body holds an index; -1 where there is none. */
    int retry(int index) {
        return index < retries.length ? retries[index] : -1;
    }

    /** The top-level statements in order. */
    List<Statement> statements() {
        return statements;
    }

    /** Which bodies are read when the response is about to be committed, by this code and what it calls. */
    BodyUse deferred() {
        BodyUse use = deferred;
        for (Instruction instruction : instructions) {
            for (Code callee : instruction.callees()) {
                use = use.and(callee.deferred());
            }
        }
        return use;
    }

    /** The reading flags of the bodies that instructions of this code, and of what it calls, read or take. */
    int touches() {
        int flags = 0;
        for (int i = 0; i < instructions.length; i++) {
            flags |= (needs[i] & TOUCHES_REQUEST) == 0 ? 0 : READS_REQUEST;
            flags |= (needs[i] & TOUCHES_RESPONSE) == 0 ? 0 : READS_RESPONSE;
            for (Code callee : instructions[i].callees()) {
                flags |= callee.touches();
            }
        }
        return flags;
    }

    /** Whether an instruction in the range, or what it calls, is the policy {@code element}. */
    boolean contains(String element, int from, int to) {
        for (int i = from; i < to; i++) {
            if (instructions[i] instanceof LeafInstruction
                    && origins[i].element().equals(element)) {
                return true;
            }
            for (Code callee : instructions[i].callees()) {
                if (callee.contains(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same of the whole code. */
    public boolean contains(String element) {
        return contains(element, 0, instructions.length);
    }

    /** Where the instructions come from, for views of the effective policy. */
    public List<Origin> origins() {
        return List.of(origins);
    }
}
