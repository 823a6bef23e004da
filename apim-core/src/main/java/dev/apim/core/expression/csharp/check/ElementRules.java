package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Arrays;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code target[…]}: elements of arrays and what indexers give, to read and to write. */
final class ElementRules {
    private final Checker checker;

    ElementRules(Checker checker) {
        this.checker = checker;
    }

    /** {@code target[arguments]}. */
    Bound element(Expr.Element element, Scope scope) {
        Bound target = checker.value(element.target(), scope);
        List<Given> given = checker.calls().given(element.arguments(), scope);
        return element(target, given, element.span(), scope);
    }

    /** The same of values known already. */
    Bound element(Bound target, List<Given> given, Span span, Scope scope) {
        if (target.type().is(Kind.UNKNOWN)) {
            given.forEach(checker.calls()::argument);
            return checker.unknown(span);
        }
        if (target.type().is(Kind.DYNAMIC)) {
            List<Node> nodes = given.stream()
                    .map(one -> checker.value(one.meaning()).node())
                    .toList();
            return checker.calls()
                    .dynamic(checker.dynamic().element(target.node(), nodes), span)
                    .assignable(value -> checker.dynamic().setElement(target.node(), nodes, value));
        }
        if (target.type().is(Kind.ARRAY) && given.size() == 1) {
            return arrayElement(target, given.get(0), span, scope);
        }
        List<Candidate> found = indexers(target.type(), Method.INDEX, given);
        if (found.isEmpty()) {
            checker.report().error(span, CallErrors.indexer(checker, target.type(), given));
            return checker.unknown(span);
        }
        Bound value = checker.calls().bind(found.get(0), target, target.type(), given, span);
        return value.assignable(new ElementPlace(target, given, value.type(), span, scope));
    }

    private List<Candidate> indexers(CsType type, String name, List<Given> given) {
        return checker.overloads()
                .applicable(checker.members().methods(type, name), Receivers.of(checker, type), List.of(), given);
    }

    private Bound arrayElement(Bound target, Given index, Span span, Scope scope) {
        Bound number = checker.rules().implicit(checker.value(index.meaning()), checker.type("int"));
        if (number == null) {
            Bound wide = checker.rules().implicit(checker.value(index.meaning()), checker.type("long"));
            if (wide == null) {
                number = checker.convert(index.meaning(), checker.type("int"));
            } else {
                number = checker.rules().explicit(wide, checker.type("int"), true);
            }
        }
        Bound at = java.util.Objects.requireNonNull(number);
        return Bound.of(target.type().element(), Arrays.get(target.node(), at.node()), span)
                .assignable(new ArrayPlace(target, at, scope));
    }

    /** Writing an element of an array. */
    private final class ArrayPlace implements Bound.Assigned {
        private final Bound target;
        private final Bound index;
        private final Scope scope;

        ArrayPlace(Bound target, Bound index, Scope scope) {
            this.target = target;
            this.index = index;
            this.scope = scope;
        }

        @Override
        public Node write(Node value) {
            return Arrays.set(target.node(), index.node(), value);
        }

        @Override
        public Bound.Place place() {
            List<Node> before = new ArrayList<>();
            Bound array = checker.members().keep(target, scope, before);
            Bound at = checker.members().keep(index, scope, before);
            return new Bound.Place(
                    dev.apim.core.expression.csharp.plan.Logic.sequence(before),
                    Arrays.get(array.node(), at.node()),
                    value -> Arrays.set(array.node(), at.node(), value));
        }
    }

    /** Writing through an indexer. */
    private final class ElementPlace implements Bound.Assigned {
        private final Bound target;
        private final List<Given> given;
        private final CsType type;
        private final Span span;
        private final Scope scope;

        ElementPlace(Bound target, List<Given> given, CsType type, Span span, Scope scope) {
            this.target = target;
            this.given = given;
            this.type = type;
            this.span = span;
            this.scope = scope;
        }

        @Override
        public Node write(Node value) {
            List<Given> all = new ArrayList<>(given);
            all.add(new Given(null, Expr.Argument.Mode.VALUE, Bound.of(type, value, span), span));
            List<Candidate> found = indexers(target.type(), Method.SET_INDEX, all);
            if (found.isEmpty()) {
                checker.report().error(span, "the elements of '" + target.type() + "' can be read only");
                return value;
            }
            List<Node> nodes = new ArrayList<>();
            nodes.add(target.node());
            List<Node> arguments = checker.calls().arguments(found.get(0), all);
            nodes.addAll(arguments.subList(0, arguments.size() - 1));
            return Calls.assign(found.get(0).method().code(), nodes, arguments.get(arguments.size() - 1));
        }

        @Override
        public Bound.Place place() {
            List<Node> before = new ArrayList<>();
            Bound object = checker.members().keep(target, scope, before);
            List<Given> kept = new ArrayList<>();
            for (Given one : given) {
                Bound index = checker.members().keep(checker.value(one.meaning()), scope, before);
                kept.add(new Given(one.name(), one.mode(), index, one.span()));
            }
            Bound read = element(object, kept, span, scope);
            return new Bound.Place(
                    dev.apim.core.expression.csharp.plan.Logic.sequence(before),
                    read.node(),
                    new ElementPlace(object, kept, type, span, scope));
        }
    }
}
