package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.syntax.Stmt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of a block and, through its parents, of those around it. */
final class Names {
    private final @Nullable Names parent;
    private final boolean beginsFunction;
    private final Map<String, Named> names = new HashMap<>();

    private Names(@Nullable Names parent, boolean beginsFunction) {
        this.parent = parent;
        this.beginsFunction = beginsFunction;
    }

    /** What a name stands for. */
    sealed interface Named permits Variable, Function {}

    /**
     * A variable.
     *
     * @param index among all of the expression
     * @param body that declares it
     * @param isWhole whether only all of it is assigned: parts of a tuple may be assigned one by one
     */
    record Variable(String name, int index, Body body, boolean isWhole) implements Named {}

    /**
     * A local function.
     *
     * @param names of the block it stands in
     * @param body that declares it
     */
    record Function(Stmt.LocalFunction written, Names names, Body body) implements Named {}

    static Names whole() {
        return new Names(null, true);
    }

    Names block() {
        return new Names(this, false);
    }

    /** Those of a lambda or local function, which may use names of its own that are taken around it. */
    Names function() {
        return new Names(this, true);
    }

    @Nullable
    Named find(String name) {
        Named found = names.get(name);
        return found != null || parent == null ? found : parent.find(name);
    }

    /** What a name means already within the same function. */
    @Nullable
    Named taken(String name) {
        Named found = names.get(name);
        return found != null || beginsFunction || parent == null ? found : parent.taken(name);
    }

    void put(String name, Named named) {
        names.put(name, named);
    }
}
