package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Arithmetic;
import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.NumericKind;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators of numbers, truth values, texts and references, as the language itself has them. */
final class BuiltInOperators {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final Checker checker;

    BuiltInOperators(Checker checker) {
        this.checker = checker;
    }

    /** A number both sides of a comparison or computation widen to; {@code null} on one side takes the other's type. */
    @Nullable
    Bound numeric(String operator, Bound left, Bound right, Span span) {
        CsType a = plain(left, right);
        CsType b = plain(right, left);
        if (!Numbers.isNumeric(a) || !Numbers.isNumeric(b)) {
            return null;
        }
        boolean shift = operator.equals("<<") || operator.equals(">>");
        NumericKind kind = shift ? Numbers.promoted(a) : common(left, right, a, b);
        boolean bits = shift || "&|^".contains(operator);
        if (kind == null || (bits && kind.compareTo(NumericKind.FLOAT) >= 0)) {
            return null;
        }
        CsType in = checker.type(Numbers.name(kind));
        CsType rightIn = shift ? checker.type("int") : in;
        boolean constants = left.isConstant() && right.isConstant();
        boolean isChecked = checker.isChecked() || (constants && checker.checksConstants());
        boolean comparison = COMPARISONS.contains(operator);
        Comparison.Lift lift = comparison
                ? (x, y) -> Comparison.of(kind, operator, x, y)
                : (x, y) -> Arithmetic.of(kind, operator, x, y, isChecked);
        CsType result = comparison ? checker.type("bool") : in;
        if (left.type().isNullable()
                || right.type().isNullable()
                || left.type().is(Kind.NULL)
                || right.type().is(Kind.NULL)) {
            return lifted(operator, left, right, in, rightIn, lift, result, span);
        }
        Bound x = checker.rules().implicit(left, in);
        Bound y = checker.rules().implicit(right, rightIn);
        if (x == null || y == null) {
            return null;
        }
        Bound value = Bound.of(result, lift.of(x.node(), y.node()), span);
        return checker.operators().folded(value, left.isConstant() && right.isConstant());
    }

    /** A constant that fits takes the other side's type: {@code uint + 1} is a {@code uint}. */
    private @Nullable NumericKind common(Bound left, Bound right, CsType a, CsType b) {
        NumericKind kind = Numbers.common(a, b);
        if (right.isConstant() && checker.rules().implicit(right, a) != null) {
            NumericKind other = Numbers.common(a, a);
            return kind == null || kind == NumericKind.LONG ? other : kind;
        }
        if (left.isConstant() && checker.rules().implicit(left, b) != null) {
            NumericKind other = Numbers.common(b, b);
            return kind == null || kind == NumericKind.LONG ? other : kind;
        }
        return kind;
    }

    private static CsType plain(Bound side, Bound other) {
        CsType type = side.type().is(Kind.NULL) ? other.type() : side.type();
        return type.isNullable() ? type.element() : type;
    }

    private @Nullable Bound lifted(
            String operator,
            Bound left,
            Bound right,
            CsType leftIn,
            CsType rightIn,
            Comparison.Lift lift,
            CsType result,
            Span span) {
        Bound x = checker.rules().implicit(left, checker.table().nullable(leftIn));
        Bound y = checker.rules().implicit(right, checker.table().nullable(rightIn));
        if (x == null || y == null) {
            return null;
        }
        if (COMPARISONS.contains(operator)) {
            return Bound.of(result, Comparison.lifted(operator, x.node(), y.node(), lift), span);
        }
        return Bound.of(checker.table().nullable(result), Comparison.liftedArithmetic(x.node(), y.node(), lift), span);
    }

    @Nullable
    Bound truthBits(String operator, Bound left, Bound right, Span span) {
        CsType bool = checker.type("bool");
        if (!"&|^".contains(operator)
                || operator.length() != 1
                || !plain(left, right).equals(bool)
                || !plain(right, left).equals(bool)) {
            return null;
        }
        boolean nullable = !left.type().equals(bool) || !right.type().equals(bool);
        Node node = Logic.bits(operator.charAt(0), left.node(), right.node());
        return checker.operators()
                .folded(
                        Bound.of(nullable ? checker.table().nullable(bool) : bool, node, span),
                        left.isConstant() && right.isConstant());
    }

    @Nullable
    Bound equality(String operator, Bound left, Bound right, Span span) {
        CsType bool = checker.type("bool");
        boolean equal = operator.equals("==");
        CsType a = left.type();
        CsType b = right.type();
        boolean constant = left.isConstant() && right.isConstant();
        if (a.is(Kind.NULL) || b.is(Kind.NULL)) {
            CsType other = a.is(Kind.NULL) ? b : a;
            if (other.isValueType() && !other.isNullable()) {
                checker.report()
                        .warning(span, "a '" + other + "' is never null: this is always " + (equal ? "false" : "true"));
            }
            Node operand = a.is(Kind.NULL) ? right.node() : left.node();
            return checker.operators().folded(Bound.of(bool, Comparison.isNull(operand, equal), span), constant);
        }
        CsType string = checker.type("string");
        if (a.equals(string) && b.equals(string)) {
            return checker.operators()
                    .folded(Bound.of(bool, Comparison.texts(left.node(), right.node(), equal), span), constant);
        }
        CsType plainA = a.isNullable() ? a.element() : a;
        CsType plainB = b.isNullable() ? b.element() : b;
        boolean values = plainA.equals(bool) || plainA.is(Kind.ENUM) || plainA.is(Kind.TUPLE);
        if (values && (plainA.equals(plainB) || (plainA.is(Kind.TUPLE) && plainB.is(Kind.TUPLE)))) {
            return checker.operators()
                    .folded(Bound.of(bool, Comparison.values(left.node(), right.node(), equal), span), constant);
        }
        if (a.isValueType() || b.isValueType() || a.isNullable() || b.isNullable()) {
            return null;
        }
        return references(left, right, equal, span);
    }

    /** Two objects by identity, where one may be the other. */
    private @Nullable Bound references(Bound left, Bound right, boolean equal, Span span) {
        CsType string = checker.type("string");
        CsType a = left.type();
        CsType b = right.type();
        boolean related = checker.relations().isA(a, b)
                || checker.relations().isA(b, a)
                || a.is(Kind.INTERFACE)
                || b.is(Kind.INTERFACE);
        if (!related) {
            return null;
        }
        if (a.equals(string) || b.equals(string)) {
            checker.report()
                    .warning(
                            span,
                            "this compares whether both are one object, not whether the texts are equal; cast the other side to 'string'");
        }
        return Bound.of(checker.type("bool"), Comparison.references(left.node(), right.node(), equal), span);
    }
}
