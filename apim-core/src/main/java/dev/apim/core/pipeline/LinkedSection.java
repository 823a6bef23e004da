package dev.apim.core.pipeline;

import java.util.ArrayList;
import java.util.List;

/** One section of a program: its codes from the narrowest scope to the broadest. Immutable. */
final class LinkedSection {
    static final LinkedSection EMPTY = new LinkedSection(List.of());
    private static final List<String> STORES =
            List.of("cache-store", "llm-semantic-cache-store", "azure-openai-semantic-cache-store");

    private final Code[] codes;
    private final List<Place> afterStore;

    /**
     * A place to go on at.
     *
     * @param code of a frame
     * @param level its place among the scopes
     * @param index of the next instruction
     */
    record Place(Code code, int level, int index) {}

    LinkedSection(List<Code> codes) {
        this.codes = codes.toArray(new Code[0]);
        List<Place> found = new ArrayList<>();
        if (this.codes.length > 0) {
            find(this.codes[0], 0, found);
        }
        this.afterStore = List.copyOf(found);
    }

    int size() {
        return codes.length;
    }

    Code code(int level) {
        return codes[level];
    }

    /** The frames to stand on behind the statement that holds the first cache-store, outermost first; empty without one. */
    List<Place> afterStore() {
        return afterStore;
    }

    private boolean find(Code code, int level, List<Place> found) {
        for (Code.Statement statement : code.statements()) {
            found.add(new Place(code, level, statement.to()));
            Instruction first = code.instructions[statement.from()];
            boolean single = statement.to() == statement.from() + 1;
            if (single && first instanceof CallBase) {
                if (level + 1 < codes.length && find(codes[level + 1], level + 1, found)) {
                    return true;
                }
            } else if (single && first instanceof CallCode call) {
                if (find(call.callee(), level, found)) {
                    return true;
                }
            } else if (holds(code, level, statement)) {
                return true;
            }
            found.remove(found.size() - 1);
        }
        return false;
    }

    private boolean holds(Code code, int level, Code.Statement statement) {
        for (String store : STORES) {
            if (code.contains(store, statement.from(), statement.to())) {
                return true;
            }
        }
        for (int i = statement.from(); i < statement.to(); i++) {
            if (code.instructions[i] instanceof CallBase
                    && level + 1 < codes.length
                    && find(codes[level + 1], level + 1, new ArrayList<>())) {
                return true;
            }
        }
        return false;
    }
}
