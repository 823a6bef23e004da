package dev.apim.core.expression.csharp.check;

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
        CsType type = left.type().is(Kind.ENUM) ? left.type() : right.type();
        if (!type.is(Kind.ENUM)) {
            return null;
        }
        if (operator.equals("+") || (operator.equals("-") && !left.type().equals(right.type()))) {
            return step(operator, left, right, type, span);
        }
        Bound a = checker.rules().implicit(left, type);
        Bound b = checker.rules().implicit(right, type);
        if (a == null || b == null) {
            return null;
        }
        CsType result = result(operator, type);
        if (result == null) {
            return null;
        }
        Node node = frame ->
                compute(operator, value(a.node().eval(frame)), value(b.node().eval(frame)));
        return checker.operators().folded(Bound.of(result, node, span), a.isConstant() && b.isConstant());
    }

    private @Nullable Bound step(String operator, Bound left, Bound right, CsType type, Span span) {
        boolean numberFirst = !left.type().is(Kind.ENUM);
        Bound number = checker.rules().implicit(numberFirst ? left : right, checker.type("long"));
        Bound constant = numberFirst ? right : left;
        if (number == null || (numberFirst && operator.equals("-"))) {
            return null;
        }
        Node node = frame -> {
            EnumValue value = value(constant.node().eval(frame));
            long by = number.node().int64(frame);
            return value.type().of(operator.equals("+") ? value.value() + by : value.value() - by);
        };
        return checker.operators().folded(Bound.of(type, node, span), left.isConstant() && right.isConstant());
    }

    private @Nullable CsType result(String operator, CsType type) {
        return switch (operator) {
            case "&", "|", "^" -> type;
            case "-" -> checker.type("int");
            case "<", "<=", ">", ">=", "==", "!=" -> checker.type("bool");
            default -> null;
        };
    }

    private static Object compute(String operator, EnumValue a, EnumValue b) {
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
