package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.type.CsType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of a block and, through its parents, of those around it. */
final class Scope {
    private final @Nullable Scope parent;
    private final FunctionScope function;
    private final Map<String, Local> names = new HashMap<>();
    private @Nullable Runnable atEnd;

    Scope(@Nullable Scope parent, FunctionScope function) {
        this.parent = parent;
        this.function = function;
    }

    Scope block() {
        return new Scope(this, function);
    }

    FunctionScope function() {
        return function;
    }

    @Nullable
    Local find(String name) {
        Local found = names.get(name);
        return found != null || parent == null ? found : parent.find(name);
    }

    void add(Local local) {
        names.put(local.name(), local);
    }

    /** What is to be done when all of the block is known. */
    void atEnd(Runnable task) {
        atEnd = task;
    }

    /** The end of the block. */
    void end() {
        if (atEnd != null) {
            atEnd.run();
        }
    }

    /** Gives a variable declared by {@code out var} the type of the parameter it was given for. */
    void retype(Local declared, CsType type) {
        names.put(
                declared.name(),
                new Local(declared.name(), type, declared.variable(), declared.function(), null, declared.readOnly()));
    }

    /** Every name in scope. */
    Set<String> names() {
        Set<String> all = parent == null ? new TreeSet<>() : parent.names();
        all.addAll(names.keySet());
        return all;
    }
}
