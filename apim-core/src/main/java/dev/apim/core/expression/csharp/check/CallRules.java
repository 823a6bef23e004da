package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.collection.Defaults;
import dev.apim.core.expression.csharp.plan.Arrays;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Closures;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Parameter;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of methods and delegates. */
final class CallRules {

    private static final Set<String> BODY_READERS = Set.of("As", "AsFormUrlEncodedContent");

    private final Checker checker;
    /** Variables declared by {@code out var}, until the parameter they are given for is known. */
    private final Map<Node, java.util.function.Consumer<CsType>> untyped = new java.util.IdentityHashMap<>();

    CallRules(Checker checker) {
        this.checker = checker;
    }

    Bound invocation(Expr.Invocation invocation, Scope scope) {
        Meaning target = dynamicCall(invocation, scope);
        if (target instanceof Bound done && done.span() == invocation.span()) {
            return done;
        }
        List<Given> given = given(invocation.arguments(), scope);
        if (target instanceof Meaning.OfMethods methods) {
            return call(methods, given, invocation.span());
        }
        Bound called = checker.value(target);
        if (called.type().is(Kind.UNKNOWN)) {
            given.forEach(argument -> argument(argument));
            return checker.unknown(invocation.span());
        }
        if (called.type().is(Kind.DYNAMIC)) {
            Node[] nodes = given.stream()
                    .map(one -> checker.value(one.meaning()).node())
                    .toArray(Node[]::new);
            return dynamic(Closures.invoke(called.node(), nodes), invocation.span());
        }
        Method invoke = called.type().definition().invoke();
        if (invoke == null) {
            notAMethod(called, invocation);
            return checker.unknown(invocation.span());
        }
        return delegate(called, invoke, given, invocation.span());
    }

    private void notAMethod(Bound called, Expr.Invocation invocation) {
        Span span = invocation.target().span();
        if (checker.members().methods(called.type(), Method.INDEX).isEmpty()) {
            checker.report().error(span, "'" + called.type() + "' cannot be called; expected a method");
        } else {
            checker.report().doubt(span, "'" + called.type() + "' is no method; write [ ] around the key");
        }
    }

    void argument(Given argument) {
        if (!(argument.meaning() instanceof Meaning.Untyped)) {
            checker.value(argument.meaning());
        }
    }

    /** What is called; a call whose object is dynamic is done at once. */
    private Meaning dynamicCall(Expr.Invocation invocation, Scope scope) {
        if (!(invocation.target() instanceof Expr.Member member)) {
            return checker.callee(invocation.target(), scope);
        }
        Meaning target = checker.meaning(member.target(), scope);
        if (target instanceof Bound bound && bound.type().is(Kind.DYNAMIC)) {
            List<Node> arguments = new ArrayList<>();
            given(invocation.arguments(), scope)
                    .forEach(one -> arguments.add(checker.value(one.meaning()).node()));
            return dynamic(checker.dynamic().call(bound.node(), member.name(), arguments), invocation.span());
        }
        return checker.called(target, member);
    }

    Bound dynamic(Node node, Span span) {
        return Bound.of(checker.type("dynamic"), node, span);
    }

    List<Given> given(List<Expr.Argument> arguments, Scope scope) {
        List<Given> given = new ArrayList<>();
        for (Expr.Argument argument : arguments) {
            Meaning meaning = argument.mode() == Expr.Argument.Mode.VALUE
                    ? checker.meaning(argument.value(), scope)
                    : reference(argument, scope);
            if (!(meaning instanceof Bound)
                    && !(meaning instanceof Meaning.OfMethods)
                    && !(meaning instanceof Meaning.Untyped)) {
                meaning = checker.value(meaning);
            }
            given.add(new Given(argument.name(), argument.mode(), meaning, argument.span()));
        }
        return given;
    }

    /** {@code out var x}, {@code out int x}, {@code out x}, {@code out _}: its cell. */
    private Bound reference(Expr.Argument argument, Scope scope) {
        if (argument.value() instanceof Expr.Declaration declaration) {
            boolean inferred =
                    declaration.type() instanceof dev.apim.core.expression.csharp.syntax.TypeSyntax.Named named
                            && named.is("var");
            CsType type =
                    inferred ? checker.table().unknown() : checker.typeNames().resolve(declaration.type());
            if (declaration.name().equals("_")) {
                return Bound.of(type, Variables.discarded(), argument.span());
            }
            var variable = scope.function().variable(declaration.name());
            Local local = new Local(declaration.name(), type, variable, scope.function(), null, null);
            scope.add(local);
            Node cell = Variables.cell(variable, true);
            if (inferred) {
                untyped.put(cell, found -> scope.retype(local, found));
            }
            return Bound.of(type, cell, argument.span());
        }
        if (argument.value() instanceof Expr.Name name) {
            Local local = scope.find(name.name());
            if (local == null && name.name().equals("_")) {
                return Bound.of(checker.table().unknown(), Variables.discarded(), argument.span());
            }
            if (local != null && local.readOnly() == null && local.constant() == null) {
                var variable = scope.function().reach(local.variable(), local.function());
                return Bound.of(local.type(), Variables.cell(variable, false), argument.span());
            }
        }
        checker.report().error(argument.span(), "expected a variable behind 'out' or 'ref'");
        return checker.unknown(argument.span());
    }

    /** A call of one of several methods. */
    Bound call(Meaning.OfMethods methods, List<Given> given, Span span) {
        if (hasDynamic(given) && methods.target() == null) {
            List<Node> nodes = given.stream()
                    .map(one -> checker.value(one.meaning()).node())
                    .toList();
            return dynamic(checker.dynamic().callStatic(methods.owner(), methods.name(), nodes), span);
        }
        Map<TypeDefinition, CsType> receiver = Receivers.of(checker, methods.owner());
        List<Candidate> found =
                checker.overloads().applicable(methods.methods(), receiver, methods.typeArguments(), given);
        List<Given> all = given;
        Bound target = methods.target();
        boolean extension = found.isEmpty() && !methods.extensions().isEmpty();
        if (extension && target != null) {
            all = new ArrayList<>(given);
            all.add(0, new Given(null, Expr.Argument.Mode.VALUE, target, target.span()));
            found = checker.overloads().applicable(methods.extensions(), Map.of(), methods.typeArguments(), all);
        }
        if (found.isEmpty()) {
            return none(methods, given, span);
        }
        if (found.size() > 1 && !hasDynamic(given) && !hasUnknown(all)) {
            checker.report()
                    .error(
                            methods.span(),
                            "the call may mean " + found.get(0).method() + " or "
                                    + found.get(1).method() + "; convert an argument to show which");
        }
        return bind(found.get(0), extension ? null : target, methods.owner(), all, span);
    }

    private static boolean hasDynamic(List<Given> given) {
        return given.stream()
                .anyMatch(one ->
                        one.meaning() instanceof Bound bound && bound.type().is(Kind.DYNAMIC));
    }

    private static boolean hasUnknown(List<Given> given) {
        return given.stream()
                .anyMatch(one ->
                        one.meaning() instanceof Bound bound && bound.type().is(Kind.UNKNOWN));
    }

    /** A call whose method is known. */
    Bound bind(Candidate chosen, @Nullable Bound target, CsType owner, List<Given> given, Span span) {
        Method method = chosen.method();
        List<Node> arguments = new ArrayList<>();
        if (target != null && !method.isStatic()) {
            arguments.add(target.node());
        }
        arguments.addAll(arguments(chosen, given));
        List<CsType> types = new ArrayList<>();
        CsType declaring = checker.relations().as(owner, method.owner());
        if (declaring != null) {
            types.addAll(declaring.arguments());
        }
        method.typeParameters()
                .forEach(parameter -> types.add(chosen.types()
                        .getOrDefault(parameter.definition(), checker.table().unknown())));
        checker.footprint().calls(method, given);
        if (target != null
                && BODY_READERS.contains(method.name())
                && method.owner().name().equals("IMessageBody")) {
            checker.footprint().reads(target.source());
        }
        boolean isMember = target != null && !method.isStatic();
        CsType held =
                target != null && target.type().isNullable() ? target.type().element() : null;
        Node node = held != null && isMember
                ? Nullables.call(method, arguments, held, types)
                : call(method, arguments, isMember, types);
        return Bound.of(chosen.returns(), node, span);
    }

    private static Node call(Method method, List<Node> arguments, boolean isMember, List<CsType> types) {
        return isMember && method.name().equals(Method.INDEX)
                ? Calls.element(method.code(), arguments, types)
                : Calls.of(method.code(), arguments, isMember, types);
    }

    /** The arguments in the order of the parameters, the left out filled in, the many gathered. */
    List<Node> arguments(Candidate chosen, List<Given> given) {
        List<Parameter> parameters = chosen.method().parameters();
        List<List<Node>> nodes = new ArrayList<>();
        parameters.forEach(parameter -> nodes.add(new ArrayList<>()));
        for (int i = 0; i < given.size(); i++) {
            nodes.get(chosen.positions()[i])
                    .add(node(given.get(i), chosen.parameterTypes().get(i)));
        }
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (chosen.expanded() && parameter.mode() == Parameter.Mode.PARAMS) {
                arguments.add(Arrays.of(parameter.type().element().with(chosen.types()), nodes.get(i)));
            } else if (nodes.get(i).isEmpty()) {
                arguments.add(new Constant(defaultValue(parameter, chosen)));
            } else {
                arguments.add(nodes.get(i).get(0));
            }
        }
        return arguments;
    }

    /** A default of {@code null} stands for {@code default(T)}. */
    private @Nullable Object defaultValue(Parameter parameter, Candidate chosen) {
        CsType type = parameter.type().with(chosen.types());
        if (parameter.value() == null) {
            return Defaults.of(type);
        }
        Bound value = Bound.constant(checker.table().typeOf(parameter.value()), parameter.value(), new Span(0, 0));
        Bound converted = checker.rules().implicit(value, type);
        return converted != null && converted.isConstant() ? converted.value() : parameter.value();
    }

    private Node node(Given argument, CsType type) {
        if (argument.mode() == Expr.Argument.Mode.VALUE) {
            return checker.convert(argument.meaning(), type).node();
        }
        Node cell = ((Bound) argument.meaning()).node();
        untyped.getOrDefault(cell, none -> {}).accept(type);
        return cell;
    }

    private Bound none(Meaning.OfMethods methods, List<Given> given, Span span) {
        boolean explained = false;
        for (Given argument : given) {
            int errors = checker.report().errors();
            if (argument.meaning() instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Lambda) {
                checker.lambdas().explainIn(untyped, methods, given.indexOf(argument));
            }
            explained |= checker.report().errors() > errors
                    || (argument.mode() == Expr.Argument.Mode.VALUE
                            && argument.meaning() instanceof Bound bound
                            && bound.type().is(Kind.UNKNOWN));
        }
        if (!explained && isTextForNumber(methods, given)) {
            checker.report()
                    .doubt(methods.span(), CallErrors.message(checker, methods, given) + "; convert it to a number");
        } else if (!explained) {
            checker.report().error(methods.span(), CallErrors.message(checker, methods, given));
        }
        return checker.unknown(span);
    }

    /** Whether all that is wrong is that a number is wanted and a text given of which nobody knows yet what it will be. */
    private boolean isTextForNumber(Meaning.OfMethods methods, List<Given> given) {
        return methods.methods().size() == 1
                && given.size() == 1
                && methods.methods().get(0).parameters().size() == 1
                && Numbers.isNumeric(
                        methods.methods().get(0).parameters().get(0).type())
                && given.get(0).meaning() instanceof Bound bound
                && !bound.isConstant()
                && bound.type().equals(checker.type("string"));
    }

    Bound delegate(Bound called, Method invoke, List<Given> given, Span span) {
        Map<TypeDefinition, CsType> types = Relations.arguments(called.type());
        List<Candidate> found = checker.overloads().applicable(List.of(invoke), types, List.of(), given);
        if (found.isEmpty()) {
            checker.report().error(span, CallErrors.arguments(invoke, types, given, "the call"));
            return checker.unknown(span);
        }
        checker.footprint().costs(dev.apim.policy.Cost.UNBOUNDED);
        List<Node> arguments = arguments(found.get(0), given);
        return Bound.of(found.get(0).returns(), Closures.invoke(called.node(), arguments.toArray(Node[]::new)), span);
    }
}
