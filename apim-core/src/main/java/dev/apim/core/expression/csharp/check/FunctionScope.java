package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Closures.Capture;
import dev.apim.core.expression.csharp.plan.Variable;
import dev.apim.core.expression.csharp.type.CsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One function while it is checked: the whole expression, a lambda or a local function. Gives its variables their places. */
final class FunctionScope {
    private final @Nullable FunctionScope outer;
    private final @Nullable CsType returns;
    private final List<CsType> returned = new ArrayList<>();
    private final Map<Variable, Variable> captured = new LinkedHashMap<>();
    private final List<Capture> captures = new ArrayList<>();
    private int slots;

    /**
     * A function.
     *
     * @param returns what it must return; absent where that is inferred
     */
    FunctionScope(@Nullable FunctionScope outer, @Nullable CsType returns) {
        this.outer = outer;
        this.returns = returns;
    }

    /** Whether it is the expression itself. */
    boolean isWhole() {
        return outer == null;
    }

    @Nullable
    CsType returns() {
        return returns;
    }

    /** The types of what {@code return} statements gave. */
    List<CsType> returned() {
        return returned;
    }

    Variable variable(String name) {
        return new Variable(name, slots++);
    }

    /** So far; grows while the body is checked. */
    int slots() {
        return slots;
    }

    List<Capture> captures() {
        return captures;
    }

    /** The variable as this function has it, taken along from the function that declares it. */
    Variable reach(Variable variable, FunctionScope declaring) {
        if (declaring == this || outer == null) {
            return variable;
        }
        Variable known = captured.get(variable);
        if (known != null) {
            return known;
        }
        Variable here = outer.reach(variable, declaring);
        here.inCell();
        Variable mine = variable(variable.toString());
        mine.inCell();
        captured.put(variable, mine);
        captures.add(new Capture(here, mine));
        return mine;
    }
}
