package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators of enumerations: flags put together, comparisons, steps. */
final class EnumRules {
    private final Checker checker;

    EnumRules(Checker checker) {
        this.checker = checker;
    }

    UnaryOperator<Node> complement(CsType type) {
        return node -> frame -> {
            EnumValue value = value(node.eval(frame));
            return value.type().of(~value.value());
        };
    }

    @Nullable
    Bound binary(String operator, Bound left, Bound right, Span span) {
        CsType a = plain(left);
        CsType b = plain(right);
        CsType type = a.is(Kind.ENUM) ? a : b;
        boolean isNull = left.type().is(Kind.NULL) || right.type().is(Kind.NULL);
        if (!type.is(Kind.ENUM) || (isNull && (operator.equals("==") || operator.equals("!=")))) {
            return null;
        }
        boolean steps = operator.equals("+") || (!isNull && operator.equals("-") && !fits(left, right, type));
        CsType result = steps ? type : result(operator, type);
        if (result == null) {
            return null;
        }
        CsType number = checker.type("int");
        Bound x = operand(left, steps && !a.equals(type) ? number : type);
        Bound y = operand(right, steps && a.equals(type) ? number : type);
        if (x == null || y == null) {
            return null;
        }
        Comparison.Lift how = (one, other) -> frame -> steps
                ? step(operator, one.eval(frame), other.eval(frame))
                : compute(operator, one.eval(frame), other.eval(frame));
        if (x.type().isNullable() || y.type().isNullable()) {
            return lifted(operator, x.node(), y.node(), how, result, span);
        }
        Bound value = Bound.of(result, how.of(x.node(), y.node()), span);
        return checker.operators().folded(value, x.isConstant() && y.isConstant());
    }

    private static CsType plain(Bound bound) {
        return bound.type().isNullable() ? bound.type().element() : bound.type();
    }

    /** Whether both are of the enumeration, or become it by themselves. */
    private boolean fits(Bound left, Bound right, CsType type) {
        return plain(left).equals(type) && plain(right).equals(type);
    }

    private @Nullable Bound operand(Bound side, CsType type) {
        boolean nullable = side.type().isNullable() || side.type().is(Kind.NULL);
        return checker.rules().implicit(side, nullable ? checker.table().nullable(type) : type);
    }

    private Bound lifted(String operator, Node left, Node right, Comparison.Lift how, CsType result, Span span) {
        return result.equals(checker.type("bool"))
                ? Bound.of(result, Comparison.lifted(operator, left, right, how), span)
                : Bound.of(checker.table().nullable(result), Comparison.liftedArithmetic(left, right, how), span);
    }

    /** {@code constant + number}, {@code number + constant}, {@code constant - number}, {@code number - constant}. */
    private static EnumValue step(String operator, @Nullable Object left, @Nullable Object right) {
        EnumValue.Type type =
                left instanceof EnumValue first ? first.type() : value(right).type();
        int a = left instanceof EnumValue first
                ? (int) first.value()
                : (Integer) java.util.Objects.requireNonNull(left);
        int b = right instanceof EnumValue second
                ? (int) second.value()
                : (Integer) java.util.Objects.requireNonNull(right);
        return type.of(operator.equals("+") ? a + b : a - b);
    }

    private @Nullable CsType result(String operator, CsType type) {
        return switch (operator) {
            case "&", "|", "^" -> type;
            case "-" -> checker.type("int");
            case "<", "<=", ">", ">=", "==", "!=" -> checker.type("bool");
            default -> null;
        };
    }

    private static Object compute(String operator, @Nullable Object left, @Nullable Object right) {
        EnumValue a = value(left);
        EnumValue b = value(right);
        return switch (operator) {
            case "&" -> a.type().of(a.value() & b.value());
            case "|" -> a.type().of(a.value() | b.value());
            case "^" -> a.type().of(a.value() ^ b.value());
            case "-" -> (int) (a.value() - b.value());
            case "<" -> a.value() < b.value();
            case "<=" -> a.value() <= b.value();
            case ">" -> a.value() > b.value();
            case ">=" -> a.value() >= b.value();
            case "==" -> a.value() == b.value();
            default -> a.value() != b.value();
        };
    }

    private static EnumValue value(@Nullable Object value) {
        if (value == null) {
            throw DotNetException.nullReference();
        }
        return (EnumValue) value;
    }

    /** A constant of a type, for labels. */
    static Node constant(EnumValue value) {
        return new Constant(value);
    }
}
