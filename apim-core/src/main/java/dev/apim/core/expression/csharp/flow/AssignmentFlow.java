package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** What gives variables their values: {@code =}, {@code out}, deconstruction. */
final class AssignmentFlow {
    private final Flow flow;
    private final ExpressionFlow expressions;

    AssignmentFlow(Flow flow, ExpressionFlow expressions) {
        this.flow = flow;
        this.expressions = expressions;
    }

    void assignment(Expr.Assignment assignment) {
        if (!assignment.operator().isEmpty()) {
            expressions.visit(assignment.target());
            expressions.visit(assignment.value());
            return;
        }
        List<Names.Variable> assigned = new ArrayList<>();
        target(assignment.target(), assigned);
        expressions.visit(assignment.value());
        assigned.forEach(variable -> flow.now().add(variable.index()));
    }

    void declaration(Expr.Declaration declaration) {
        if (!declaration.name().equals("_")) {
            flow.declareAssigned(declaration.name(), declaration.span());
        }
    }

    /** The variables that are assigned; of other places what leads to them is read. */
    void target(Expr target, List<Names.Variable> assigned) {
        if (target instanceof Expr.Name name) {
            if (flow.names().find(name.name()) instanceof Names.Variable variable) {
                assigned.add(variable);
            }
        } else if (target instanceof Expr.Declaration declaration) {
            if (!declaration.name().equals("_")) {
                assigned.add(flow.declare(declaration.name(), true, declaration.span()));
            }
        } else if (target instanceof Expr.Tuple tuple) {
            tuple.elements().forEach(element -> target(element.value(), assigned));
        } else if (target instanceof Expr.DeconstructionDeclaration declaration) {
            declaration.elements().forEach(element -> target(element, assigned));
        } else if (target instanceof Expr.Member member && part(member) != null) {
            assigned.add(java.util.Objects.requireNonNull(part(member)));
        } else {
            expressions.visit(target);
        }
    }

    /** A tuple whose elements are assigned one by one is taken for assigned with the first of them. */
    private Names.@org.jspecify.annotations.Nullable Variable part(Expr.Member member) {
        return member.target() instanceof Expr.Name name
                        && flow.names().find(name.name()) instanceof Names.Variable variable
                        && !variable.isWhole()
                ? variable
                : null;
    }

    /** An {@code out} argument has its value when the call returns. */
    void arguments(List<Expr.Argument> arguments) {
        List<Names.Variable> assigned = new ArrayList<>();
        for (Expr.Argument argument : arguments) {
            if (argument.mode() == Expr.Argument.Mode.OUT) {
                target(argument.value(), assigned);
            } else {
                expressions.visit(argument.value());
            }
        }
        assigned.forEach(variable -> flow.now().add(variable.index()));
    }
}
