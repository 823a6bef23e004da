package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.flow.Assigned.Split;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Pattern;

/** Conditions: what has a value may depend on how they turn out, as after {@code o is int x && …}. */
final class ConditionFlow {
    private final Flow flow;
    private final ExpressionFlow expressions;

    ConditionFlow(Flow flow, ExpressionFlow expressions) {
        this.flow = flow;
        this.expressions = expressions;
    }

    /** Whether an expression takes different ways, or knows more of one outcome than of the other. */
    static boolean branches(Expr expr) {
        return (expr instanceof Expr.Binary binary
                        && (binary.operator().equals("&&") || binary.operator().equals("||")))
                || (expr instanceof Expr.Unary unary && unary.operator().equals("!"))
                || expr instanceof Expr.Is
                || expr instanceof Expr.Conditional;
    }

    Split split(Expr expr) {
        Boolean known = flow.constant(expr);
        Split split = parts(expr);
        if (known == null) {
            return split;
        }
        Assigned here = split.either();
        return known ? new Split(here, Assigned.nowhere()) : new Split(Assigned.nowhere(), here);
    }

    private Split parts(Expr expr) {
        if (expr instanceof Expr.Binary binary && branches(binary)) {
            return binary.operator().equals("&&") ? and(binary) : or(binary);
        }
        if (expr instanceof Expr.Unary unary && unary.operator().equals("!")) {
            return split(unary.operand()).swapped();
        }
        if (expr instanceof Expr.Conditional choice) {
            return choice(choice);
        }
        if (expr instanceof Expr.Is is) {
            expressions.visit(is.operand());
            return matched(is.pattern());
        }
        if (expr instanceof Expr.Checked checked) {
            return split(checked.operand());
        }
        if (expr instanceof Expr.Cast cast) {
            return split(cast.operand());
        }
        expressions.visit(expr);
        return new Split(flow.now(), flow.now().copy());
    }

    private Split and(Expr.Binary binary) {
        Split left = split(binary.left());
        flow.go(left.whenTrue());
        Split right = split(binary.right());
        return new Split(right.whenTrue(), Assigned.meet(left.whenFalse(), right.whenFalse()));
    }

    private Split or(Expr.Binary binary) {
        Split left = split(binary.left());
        flow.go(left.whenFalse());
        Split right = split(binary.right());
        return new Split(Assigned.meet(left.whenTrue(), right.whenTrue()), right.whenFalse());
    }

    private Split choice(Expr.Conditional choice) {
        Split condition = split(choice.condition());
        flow.go(condition.whenTrue());
        Split one = split(choice.whenTrue());
        flow.go(condition.whenFalse());
        Split other = split(choice.whenFalse());
        return new Split(
                Assigned.meet(one.whenTrue(), other.whenTrue()), Assigned.meet(one.whenFalse(), other.whenFalse()));
    }

    /** After a pattern: what it declares has a value where it matched. */
    Split matched(Pattern pattern) {
        Assigned before = flow.now().copy();
        if (pattern instanceof Pattern.Constant constant) {
            expressions.visit(constant.value());
        } else if (pattern instanceof Pattern.Declaration declaration
                && !declaration.name().equals("_")) {
            flow.declareAssigned(declaration.name(), declaration.span());
        } else if (pattern instanceof Pattern.Any any && !any.name().equals("_")) {
            flow.declareAssigned(any.name(), any.span());
            return new Split(flow.now(), flow.now().copy());
        }
        return new Split(flow.now(), before);
    }
}
