package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Tuples;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code =}, {@code +=}, {@code ++}, deconstruction. */
final class AssignmentRules {
    private final Checker checker;

    AssignmentRules(Checker checker) {
        this.checker = checker;
    }

    Bound assignment(Expr.Assignment assignment, Scope scope) {
        if (!assignment.operator().isEmpty()) {
            return compound(assignment, scope);
        }
        Expr target = assignment.target();
        if (target instanceof Expr.Tuple || target instanceof Expr.DeconstructionDeclaration) {
            return deconstruction(target, checker.meaning(assignment.value(), scope), scope, assignment.span());
        }
        if (target instanceof Expr.Name name && name.name().equals("_") && scope.find("_") == null) {
            return checker.value(assignment.value(), scope).at(assignment.span());
        }
        Bound place = checker.value(target, scope);
        Meaning value = checker.meaning(assignment.value(), scope);
        if (place.type().is(Kind.UNKNOWN)) {
            checker.value(value);
            return checker.unknown(assignment.span());
        }
        Bound converted = checker.convert(value, place.type());
        return Bound.of(place.type(), assigned(place).write(converted.node()), assignment.span());
    }

    private Bound.Assigned assigned(Bound place) {
        Bound.Assigned assigned = place.assigned();
        if (assigned != null) {
            return assigned;
        }
        if (!place.type().is(Kind.UNKNOWN)) {
            checker.report()
                    .error(place.span(), "this cannot be assigned; expected a variable, a property or an element");
        }
        return value -> value;
    }

    private Bound compound(Expr.Assignment assignment, Scope scope) {
        Bound target = checker.value(assignment.target(), scope);
        Bound.Place place = assigned(target).place();
        Node read = place.read() == null ? target.node() : place.read();
        Bound current = Bound.of(target.type(), read, target.span());
        Bound value = checker.value(assignment.value(), scope);
        Bound result =
                checker.operators().binary(assignment.operator(), current, value, assignment.span(), assignment.span());
        boolean shifts =
                assignment.operator().equals("<<") || assignment.operator().equals(">>");
        boolean narrows = shifts || checker.rules().isImplicit(value, target.type());
        return write(place, target.type(), back(result, target.type(), narrows), assignment.span());
    }

    /** The result in the type of the place: {@code byte += 1} narrows by itself, C# specification §12.21.4. */
    private Bound back(Bound result, CsType to, boolean narrows) {
        Bound converted = narrows ? checker.rules().explicit(result, to, checker.isChecked()) : null;
        return converted != null ? converted : checker.convert(result, to);
    }

    private static Bound write(Bound.Place place, CsType type, Bound value, Span span) {
        Node written = place.assigned().write(value.node());
        Node before = place.before();
        return Bound.of(type, before == null ? written : Logic.sequence(List.of(before, written)), span);
    }

    Bound step(Expr.Step step, Scope scope) {
        Bound target = checker.value(step.operand(), scope);
        if (target.type().is(Kind.UNKNOWN)) {
            return target;
        }
        CsType plain = target.type().isNullable() ? target.type().element() : target.type();
        if (!Numbers.isNumeric(plain) && !plain.is(Kind.ENUM) && !plain.is(Kind.DYNAMIC)) {
            checker.report()
                    .error(step.span(), "'" + (step.increment() ? "++" : "--") + "' takes no '" + target.type() + "'");
            return checker.unknown(step.span());
        }
        Bound.Place place = assigned(target).place();
        Node read = place.read() == null ? target.node() : place.read();
        List<Node> before = new ArrayList<>();
        if (place.before() != null) {
            before.add(place.before());
        }
        Bound old = checker.members().keep(Bound.of(target.type(), read, target.span()), scope, before);
        Bound one = Bound.constant(checker.type("int"), 1, step.span());
        Bound moved = checker.operators().binary(step.increment() ? "+" : "-", old, one, step.span(), step.span());
        before.add(place.assigned().write(back(moved, target.type(), true).node()));
        if (!step.prefix()) {
            before.add(old.node());
        }
        return Bound.of(target.type(), Logic.sequence(before), step.span());
    }

    /** {@code (a, var b) = value}, {@code var (a, b) = value}. */
    Bound deconstruction(Expr target, Meaning source, Scope scope, Span span) {
        Bound value = checker.value(source);
        if (value.type().is(Kind.UNKNOWN)) {
            targets(target).forEach(one -> declareUnknown(one, scope));
            return value;
        }
        List<Expr> targets = targets(target);
        List<Bound> elements = elements(value, targets.size(), scope, span);
        if (elements.size() != targets.size() + 1) {
            checker.report()
                    .error(
                            span,
                            "a '" + value.type() + "' cannot be taken apart into " + targets.size() + " variables");
            targets.forEach(one -> declareUnknown(one, scope));
            return checker.unknown(span);
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(elements.get(0).node());
        for (int i = 0; i < targets.size(); i++) {
            nodes.add(assign(targets.get(i), elements.get(i + 1), scope).node());
        }
        nodes.add(elements.get(0).node());
        return Bound.of(value.type(), Logic.sequence(nodes), span);
    }

    private static List<Expr> targets(Expr target) {
        if (target instanceof Expr.DeconstructionDeclaration declaration) {
            return declaration.elements();
        }
        List<Expr> all = new ArrayList<>();
        ((Expr.Tuple) target).elements().forEach(element -> all.add(element.value()));
        return all;
    }

    private void declareUnknown(Expr target, Scope scope) {
        if (target instanceof Expr.Declaration declaration) {
            declare(declaration, checker.table().unknown(), scope);
        }
    }

    /** First what keeps the value, then each element. */
    private List<Bound> elements(Bound value, int size, Scope scope, Span span) {
        List<Bound> all = new ArrayList<>();
        var kept = scope.function().variable("whole");
        all.add(Bound.of(value.type(), Variables.declare(kept, value.node()), span));
        Node whole = Variables.get(kept);
        if (value.type().is(Kind.TUPLE) && value.type().arguments().size() == size) {
            for (int i = 0; i < size; i++) {
                all.add(Bound.of(value.type().arguments().get(i), Tuples.element(whole, i), span));
            }
        } else if (size == 2 && value.type().definition().name().equals("KeyValuePair")) {
            Bound pair = Bound.of(value.type(), whole, span);
            for (String name : List.of("Key", "Value")) {
                all.add(checker.value(checker.members().member(pair, name, List.of(), span)));
            }
        }
        return all;
    }

    private Bound assign(Expr target, Bound value, Scope scope) {
        if (target instanceof Expr.Declaration declaration) {
            boolean inferred = declaration.type() instanceof TypeSyntax.Named named && named.is("var");
            CsType type = inferred ? value.type() : checker.typeNames().resolve(declaration.type());
            Bound converted = checker.convert(value, type);
            if (declaration.name().equals("_")) {
                return converted;
            }
            var variable = declare(declaration, type, scope);
            return Bound.of(type, Variables.declare(variable, converted.node()), target.span());
        }
        if (target instanceof Expr.Name name && name.name().equals("_") && scope.find("_") == null) {
            return value;
        }
        if (target instanceof Expr.Tuple || target instanceof Expr.DeconstructionDeclaration) {
            return deconstruction(target, value, scope, target.span());
        }
        Bound place = checker.value(target, scope);
        return Bound.of(
                place.type(),
                assigned(place).write(checker.convert(value, place.type()).node()),
                target.span());
    }

    private dev.apim.core.expression.csharp.plan.Variable declare(
            Expr.Declaration declaration, CsType type, Scope scope) {
        var variable = scope.function().variable(declaration.name());
        scope.add(new Local(declaration.name(), type, variable, scope.function(), null, null));
        return variable;
    }
}
