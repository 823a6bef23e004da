package dev.apim.core.expression.csharp.flow;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A local function, or the expression itself, with what it asks of those who call it. */
final class Body {
    private final @Nullable Body outer;
    private final Set<Names.Variable> needed = new LinkedHashSet<>();
    private Assigned assigned = Assigned.nowhere();

    Body(@Nullable Body outer) {
        this.outer = outer;
    }

    @Nullable
    Body outer() {
        return outer;
    }

    /** Variables around it that it reads before it assigns them. */
    Set<Names.Variable> needed() {
        return needed;
    }

    /** What surely has a value after a call; while that is being found out, everything. */
    Assigned assigned() {
        return assigned;
    }

    void ends(Assigned atEnd) {
        assigned = atEnd;
    }
}
