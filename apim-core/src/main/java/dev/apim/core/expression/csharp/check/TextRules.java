package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Interpolation;
import dev.apim.core.expression.csharp.plan.Interpolation.Part;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Literals, {@code $"…"} and {@code nameof}. */
final class TextRules {
    private final Checker checker;

    TextRules(Checker checker) {
        this.checker = checker;
    }

    /** A literal; texts of one spelling are one object, as .NET's are. */
    Bound literal(Expr.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return Bound.constant(checker.table().nullType(), null, literal.span());
        }
        return Bound.constant(checker.table().typeOf(value), value, literal.span());
    }

    Bound interpolated(Expr.Interpolated text, Scope scope) {
        List<Part> parts = new ArrayList<>();
        boolean constant = true;
        for (Expr.InterpolatedPart part : text.parts()) {
            if (part instanceof Expr.Text literal) {
                parts.add(new Part(new Constant(literal.text()), 0, null));
            } else {
                parts.add(hole((Expr.Hole) part, scope));
                constant = false;
            }
        }
        Bound made = Bound.of(checker.type("string"), Interpolation.of(parts), text.span());
        return checker.operators().folded(made, constant);
    }

    /** What is named must be there; of a type it may be a member of its values. */
    private void known(Expr argument, Scope scope) {
        Meaning target = argument instanceof Expr.Member member ? checker.meaning(member.target(), scope) : null;
        if (!(target instanceof Meaning.OfType type)
                || checker.members().names(type.type()).stream().noneMatch(((Expr.Member) argument).name()::equals)) {
            checker.meaning(argument, scope);
        }
    }

    private Part hole(Expr.Hole hole, Scope scope) {
        String left = placeholder(hole.value());
        if (left != null && scope.find(left.substring(0, left.indexOf('-'))) == null) {
            checker.report()
                    .doubt(
                            hole.span(),
                            "'{" + left + "}' looks like a placeholder that was to be filled in before; replace it");
            return new Part(frame -> null, 0, null);
        }
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

    /** {@code first-second-…}, or null where it is anything else. */
    private static @Nullable String placeholder(Expr value) {
        if (!(value instanceof Expr.Binary minus)
                || !minus.operator().equals("-")
                || !(minus.right() instanceof Expr.Name last)) {
            return null;
        }
        String first = minus.left() instanceof Expr.Name name ? name.name() : placeholder(minus.left());
        return first == null ? null : first + "-" + last.name();
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
        known(nameOf.argument(), scope);
        return Bound.constant(checker.type("string"), name, nameOf.span());
    }
}
