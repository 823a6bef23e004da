package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Interpolation;
import dev.apim.core.expression.csharp.plan.Interpolation.Part;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code $"…"} and {@code nameof}. */
final class TextRules {
    private final Checker checker;

    TextRules(Checker checker) {
        this.checker = checker;
    }

    Bound interpolated(Expr.Interpolated text, Scope scope) {
        List<Part> parts = new ArrayList<>();
        boolean constant = true;
        for (Expr.InterpolatedPart part : text.parts()) {
            if (part instanceof Expr.Text literal) {
                parts.add(new Part(frame -> literal.text(), 0, null));
            } else {
                parts.add(hole((Expr.Hole) part, scope));
                constant = false;
            }
        }
        Bound made = Bound.of(checker.type("string"), Interpolation.of(parts), text.span());
        return checker.operators().folded(made, constant);
    }

    private Part hole(Expr.Hole hole, Scope scope) {
        Bound value = checker.value(hole.value(), scope);
        if (value.type().is(Kind.VOID)) {
            checker.report().error(hole.value().span(), "this gives nothing that could be written");
        }
        int width = 0;
        if (hole.alignment() != null) {
            Bound alignment = checker.convert(checker.meaning(hole.alignment(), scope), checker.type("int"));
            if (alignment.isConstant() && alignment.value() instanceof Integer number) {
                width = number;
            } else {
                checker.report().error(alignment.span(), "the width of a hole is a constant number");
            }
        }
        return new Part(value.node(), width, hole.format());
    }

    Bound nameOf(Expr.NameOf nameOf, Scope scope) {
        String name = CreationRules.lastName(nameOf.argument());
        if (name == null && nameOf.argument() instanceof Expr.TypeName type) {
            name = checker.typeNames().resolve(type.type()).definition().name();
        }
        if (name == null) {
            checker.report().error(nameOf.span(), "'nameof' takes a name");
            return checker.unknown(nameOf.span());
        }
        checker.meaning(nameOf.argument(), scope);
        return Bound.constant(checker.type("string"), name, nameOf.span());
    }
}
