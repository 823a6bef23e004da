package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators that the type of an operand declares, and what they give where an operand may be null. */
final class DeclaredOperators {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> EQUALITIES = Set.of("==", "!=");

    private final Checker checker;

    DeclaredOperators(Checker checker) {
        this.checker = checker;
    }

    /** Operators that the type of an operand declares. */
    @Nullable
    Bound userDefined(String operator, Bound left, Bound right, Span span) {
        boolean lift = isLifted(left) || isLifted(right);
        Bound plain = declared(operator, List.of(left, right), span);
        if (plain != null || !lift) {
            return plain;
        }
        if (left.type().is(Kind.NULL) || right.type().is(Kind.NULL)) {
            return EQUALITIES.contains(operator) ? null : withNull(operator, left, right, span);
        }
        Bound a = unwrapped(left);
        Bound b = unwrapped(right);
        Candidate found = find(operator, List.of(a, b));
        if (found == null) {
            return null;
        }
        Comparison.Lift how = (x, y) -> Calls.of(
                found.method().code(),
                List.of(
                        checker.convert(
                                        Bound.of(a.type(), x, span),
                                        found.parameterTypes().get(0))
                                .node(),
                        checker.convert(
                                        Bound.of(b.type(), y, span),
                                        found.parameterTypes().get(1))
                                .node()),
                false,
                List.of());
        if (COMPARISONS.contains(operator)) {
            return Bound.of(checker.type("bool"), Comparison.lifted(operator, left.node(), right.node(), how), span);
        }
        return Bound.of(
                checker.table().nullable(found.returns()),
                Comparison.liftedArithmetic(left.node(), right.node(), how),
                span);
    }

    private static boolean isLifted(Bound operand) {
        return operand.type().isNullable() || operand.type().is(Kind.NULL);
    }

    /** {@code date + null} is null, {@code date < null} false, where only one operator can be meant. */
    private @Nullable Bound withNull(String operator, Bound left, Bound right, Span span) {
        boolean isLeft = left.type().is(Kind.NULL);
        Bound there = unwrapped(isLeft ? right : left);
        List<Method> fitting = there.type().definition().methods(operator).stream()
                .filter(method -> method.isStatic()
                        && method.parameters().size() == 2
                        && method.returns().isValueType()
                        && method.parameters().get(isLeft ? 0 : 1).type().isValueType()
                        && checker.rules()
                                .isImplicit(
                                        there.type(),
                                        method.parameters().get(isLeft ? 1 : 0).type()))
                .toList();
        if (fitting.size() != 1) {
            return null;
        }
        Comparison.Lift never = (x, y) -> new Constant(null);
        return COMPARISONS.contains(operator)
                ? Bound.of(checker.type("bool"), Comparison.lifted(operator, left.node(), right.node(), never), span)
                : Bound.of(
                        checker.table().nullable(fitting.get(0).returns()),
                        Comparison.liftedArithmetic(left.node(), right.node(), never),
                        span);
    }

    static Bound unwrapped(Bound bound) {
        return bound.type().isNullable() ? Bound.of(bound.type().element(), bound.node(), bound.span()) : bound;
    }

    @Nullable
    Bound declared(String operator, List<Bound> operands, Span span) {
        Candidate found = find(operator, operands);
        if (found == null) {
            return null;
        }
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            arguments.add(
                    checker.convert(operands.get(i), found.parameterTypes().get(i))
                            .node());
        }
        checker.footprint().costs(found.method().cost());
        return Bound.of(found.returns(), Calls.of(found.method().code(), arguments, false, List.of()), span);
    }

    @Nullable
    Candidate find(String operator, List<Bound> operands) {
        List<Method> methods = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        for (Bound operand : operands) {
            given.add(new Given(null, Expr.Argument.Mode.VALUE, operand, operand.span()));
            for (CsType type : checker.relations().closure(operand.type())) {
                type.definition().methods(operator).stream()
                        .filter(method -> method.isStatic() && !methods.contains(method))
                        .forEach(methods::add);
            }
        }
        List<Candidate> found =
                methods.isEmpty() ? List.of() : checker.overloads().applicable(methods, Map.of(), List.of(), given);
        return found.isEmpty() ? null : found.get(0);
    }
}
