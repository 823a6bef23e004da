package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import org.jspecify.annotations.Nullable;

/** {@code ??}, {@code ? :}, casts and {@code as}: which value, and as what. */
final class ChoiceRules {
    private final Checker checker;

    ChoiceRules(Checker checker) {
        this.checker = checker;
    }

    Bound coalesce(Expr.Binary binary, Scope scope) {
        Bound left = checker.value(binary.left(), scope);
        Meaning right = checker.meaning(binary.right(), scope);
        CsType a = left.type();
        if (a.is(Kind.UNKNOWN)) {
            return checker.unknown(binary.span());
        }
        if (a.is(Kind.NULL) && right instanceof Bound none && none.type().is(Kind.NULL)) {
            checker.report().error(binary.operatorSpan(), "'??' takes no 'null' with 'null'; the type does not show");
            return checker.unknown(binary.span());
        }
        if (a.isValueType()) {
            checker.report()
                    .error(binary.operatorSpan(), "'??' asks whether a value is null, and '" + a + "' never is");
            return left;
        }
        CsType held = a.isNullable() ? a.element() : a;
        Bound same = a.is(Kind.NULL) ? null : checker.tryConvert(right, held);
        if (same != null) {
            return Bound.of(held, Logic.coalesce(left.node(), same.node()), binary.span());
        }
        same = a.is(Kind.NULL) ? null : checker.tryConvert(right, a);
        if (same != null) {
            return Bound.of(a, Logic.coalesce(left.node(), same.node()), binary.span());
        }
        Bound value = checker.value(right);
        var kept = scope.function().variable("left");
        Bound there = checker.rules().implicit(Bound.of(held, Variables.get(kept), left.span()), value.type());
        Bound converted = there == null
                ? null
                : Bound.of(value.type(), Logic.conditionalAccess(left.node(), kept, there.node()), left.span());
        if (converted == null) {
            checker.report()
                    .error(
                            binary.operatorSpan(),
                            "'??' takes no '" + a + "' with '" + value.type() + "'; convert one of them");
            return checker.unknown(binary.span());
        }
        return Bound.of(value.type(), Logic.coalesce(converted.node(), value.node()), binary.span());
    }

    /** {@code c ? a : b}; two parts without a type of their own wait for one. */
    Meaning conditional(Expr.Conditional choice, Scope scope) {
        Bound condition = checker.convert(checker.meaning(choice.condition(), scope), checker.type("bool"));
        Meaning a = checker.meaning(choice.whenTrue(), scope);
        Meaning b = checker.meaning(choice.whenFalse(), scope);
        CsType type = commonType(a, b);
        if (type == null) {
            if (a instanceof Bound x && b instanceof Bound y) {
                checker.report()
                        .error(
                                choice.span(),
                                "one side of ':' is '" + x.type() + "', the other '" + y.type()
                                        + "'; cast one of them so that both are of one type");
            } else {
                checker.value(a);
                checker.value(b);
            }
            return checker.unknown(choice.span());
        }
        Bound x = checker.convert(a, type);
        Bound y = checker.convert(b, type);
        Bound value = Bound.of(type, Logic.choose(condition.node(), x.node(), y.node()), choice.span());
        return checker.operators().folded(value, condition.isConstant() && x.isConstant() && y.isConstant());
    }

    private @Nullable CsType commonType(Meaning a, Meaning b) {
        CsType x = a instanceof Bound bound ? bound.type() : null;
        CsType y = b instanceof Bound bound ? bound.type() : null;
        if (x == null || y == null) {
            CsType known = x == null ? y : x;
            return known != null && checker.tryConvert(x == null ? a : b, known) != null ? known : null;
        }
        if (x.is(Kind.NULL) && y.is(Kind.NULL)) {
            return null;
        }
        boolean forth = checker.rules().isImplicit((Bound) a, y);
        boolean back = checker.rules().isImplicit((Bound) b, x);
        if (forth != back) {
            return forth ? y : x;
        }
        return forth
                ? x.is(Kind.DYNAMIC) || ((Bound) b).isConstant()
                        ? x
                        : x.equals(y) ? x : ((Bound) a).isConstant() ? y : x
                : null;
    }

    Bound cast(Expr.Cast cast, Scope scope) {
        CsType to = checker.typeNames().resolve(cast.type());
        Meaning operand = checker.meaning(cast.operand(), scope);
        if (!(operand instanceof Bound bound)) {
            return checker.convert(operand, to).at(cast.span());
        }
        boolean constant = bound.isConstant() && isNumber(to) && isNumber(bound.type());
        Bound converted =
                checker.rules().explicit(bound, to, checker.isChecked() || (constant && checker.checksConstants()));
        if (converted == null) {
            checker.report()
                    .error(
                            cast.span(),
                            "a '" + bound.type() + "' cannot be cast to '" + to + "'" + castHint(bound.type(), to));
            return Bound.of(to, frame -> null, cast.span());
        }
        if (!constant || converted.isConstant()) {
            return converted.at(cast.span());
        }
        try {
            return Bound.constant(to, converted.node().eval(Folding.FRAME), cast.span());
        } catch (DotNetException overflow) {
            checker.report()
                    .error(
                            cast.span(),
                            "the constant " + Texts.orEmpty(bound.value()) + " does not fit into '" + to
                                    + "'; 'unchecked((" + to + ")…)' would cut it off");
            return Bound.of(to, converted.node(), cast.span());
        }
    }

    private static boolean isNumber(CsType type) {
        return Numbers.isNumeric(type) || type.is(Kind.ENUM);
    }

    private String castHint(CsType from, CsType to) {
        if (from.equals(checker.type("string")) && Numbers.isNumeric(to)) {
            return "; read the number with '" + to + ".Parse(…)'";
        }
        return to.equals(checker.type("string")) ? "; write it with '.ToString()'" : "";
    }

    Bound as(Expr.As as, Scope scope) {
        CsType to = checker.typeNames().resolve(as.type());
        Bound operand = checker.value(as.operand(), scope);
        if (to.isValueType()) {
            checker.report()
                    .error(
                            as.span(),
                            "'as' gives null where it fails, and '" + to + "' is never null; use '" + to + "?'");
            return Bound.of(to, frame -> null, as.span());
        }
        if (!checker.rules().mayBe(operand.type(), to)) {
            checker.report()
                    .error(
                            as.span(),
                            "a '" + operand.type() + "' is never a '" + to + "'; 'as' converts nothing"
                                    + (checker.rules().explicit(operand, to, false) == null
                                            ? ""
                                            : ", a cast does: '(" + to + ")…'"));
        }
        CsType asked = to.isNullable() ? to.element() : to;
        return Bound.of(to, Casts.as(operand.node(), asked, checker.rules()::isOf), as.span());
    }
}
