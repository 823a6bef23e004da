package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Patterns;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Pattern;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.List;

/** {@code is} and {@code case}. */
final class PatternRules {
    private final Checker checker;

    PatternRules(Checker checker) {
        this.checker = checker;
    }

    Bound is(Expr.Is is, Scope scope) {
        Bound operand = checker.value(is.operand(), scope);
        return Bound.of(checker.type("bool"), test(operand, is.pattern(), scope), is.span());
    }

    /** A node that tells whether a value matches, and declares what the pattern declares. */
    Node test(Bound operand, Pattern pattern, Scope scope) {
        if (pattern instanceof Pattern.Constant constant) {
            Meaning meaning = checker.meaning(constant.value(), scope);
            return meaning instanceof Meaning.OfType type
                    ? typeTest(operand, type.type(), pattern.span())
                    : constant(operand, meaning);
        }
        if (pattern instanceof Pattern.OfType ofType) {
            return typeTest(operand, checker.typeNames().resolve(ofType.type()), pattern.span());
        }
        if (pattern instanceof Pattern.Declaration declaration) {
            return declaration(operand, declaration, scope);
        }
        Pattern.Any any = (Pattern.Any) pattern;
        if (any.name().equals("_")) {
            return Logic.sequence(List.of(operand.node(), new Constant(true)));
        }
        var variable = scope.function().variable(any.name());
        scope.add(new Local(any.name(), operand.type(), variable, scope.function(), null, null));
        return Logic.sequence(List.of(Variables.declare(variable, operand.node()), new Constant(true)));
    }

    private Node constant(Bound operand, Meaning meaning) {
        Bound value = checker.value(meaning);
        if (!value.isConstant()) {
            if (!value.type().is(Kind.UNKNOWN)) {
                checker.report().error(value.span(), "a pattern is a constant or a type");
            }
            return frame -> false;
        }
        if (value.type().is(Kind.NULL)) {
            return Comparison.isNull(operand.node(), true);
        }
        boolean open =
                operand.type().equals(checker.type("object")) || operand.type().is(Kind.DYNAMIC);
        Bound converted = open ? value : checker.convert(value, operand.type());
        return Comparison.values(operand.node(), converted.node(), true);
    }

    private Node typeTest(Bound operand, CsType type, Span span) {
        if (!checker.rules().mayBe(operand.type(), type)) {
            checker.report()
                    .warning(span, "a '" + operand.type() + "' is never a '" + type + "': this is always false");
        }
        return Casts.is(operand.node(), type.isNullable() ? type.element() : type, checker.rules()::isOf);
    }

    private void check(Bound operand, CsType type, Span span) {
        if (!checker.rules().mayBe(operand.type(), type)) {
            checker.report().error(span, "a '" + operand.type() + "' is never a '" + type + "'");
        }
    }

    private Node declaration(Bound operand, Pattern.Declaration declaration, Scope scope) {
        CsType type = checker.typeNames().resolve(declaration.type());
        check(operand, type, declaration.span());
        if (declaration.name().equals("_")) {
            return Casts.is(operand.node(), type, checker.rules()::isOf);
        }
        var variable = scope.function().variable(declaration.name());
        scope.add(new Local(declaration.name(), type, variable, scope.function(), null, null));
        return Patterns.declare(operand.node(), type, variable, checker.rules()::isOf);
    }
}
