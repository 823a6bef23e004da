package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What an expression reads and costs, gathered while it is checked. */
final class Footprint {
    private final Map<Expr, Boolean> truths = new IdentityHashMap<>();
    private boolean request;
    private boolean response;
    private Cost cost = Cost.BOUNDED;

    /** A body is read. */
    void reads(Bound.Source source) {
        request |= source != Bound.Source.RESPONSE;
        response |= source != Bound.Source.REQUEST;
    }

    /** Something takes no small time. */
    void costs(Cost more) {
        cost = cost.and(more);
    }

    /**
     * A member is called. Over an array a method of LINQ without a lambda, such as {@code Last()}, goes through it once at most; over
     * anything else it may run whatever makes the elements.
     */
    void calls(Method method, List<Given> given) {
        boolean isPass = method.isExtension()
                && method.owner().name().equals("Enumerable")
                && method.parameters().size() == 1
                && given.get(0).meaning() instanceof Bound source
                && source.type().is(Kind.ARRAY);
        costs(isPass ? Cost.BOUNDED : method.cost());
    }

    Cost cost() {
        return cost;
    }

    BodyUse bodyUse() {
        return new BodyUse(request, response);
    }

    /** Keeps in mind what a condition is, where it is a constant; gives what it was given. */
    Meaning found(Expr expr, Meaning meaning) {
        if (meaning instanceof Bound bound && bound.isConstant() && bound.value() instanceof Boolean truth) {
            truths.put(expr, truth);
        }
        return meaning;
    }

    /** The conditions that are constants, by identity. */
    Map<Expr, Boolean> truths() {
        return truths;
    }
}
