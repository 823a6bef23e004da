package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Closures;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Variable;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Parameter;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.policy.Cost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What takes its type from its place: lambdas, methods as values, {@code default}, {@code throw}. */
final class LambdaRules {
    private final Checker checker;
    /** What a lambda gives for the types of its parameters; nested lambdas would be tried over and over. */
    private final Map<Expr, Map<List<CsType>, Optional<CsType>>> results = new IdentityHashMap<>();

    LambdaRules(Checker checker) {
        this.checker = checker;
    }

    /** The parameters of a delegate type; absent of any other type. */
    @Nullable
    List<CsType> takes(CsType type) {
        Method invoke = type.definition().invoke();
        if (invoke == null) {
            return null;
        }
        Map<TypeDefinition, CsType> arguments = Relations.arguments(type);
        return invoke.parameters().stream()
                .map(parameter -> parameter.type().with(arguments))
                .toList();
    }

    @Nullable
    CsType gives(CsType type) {
        Method invoke = type.definition().invoke();
        return invoke == null ? null : invoke.returns().with(Relations.arguments(type));
    }

    /** The types of a lambda's parameters, where all of them are written. */
    @Nullable
    List<CsType> written(Meaning meaning) {
        if (!(meaning instanceof Meaning.Untyped untyped) || !(untyped.expr() instanceof Expr.Lambda lambda)) {
            return null;
        }
        List<CsType> types = new ArrayList<>();
        for (Expr.Parameter parameter : lambda.parameters()) {
            if (parameter.type() == null) {
                return null;
            }
            types.add(checker.typeNames().resolve(parameter.type()));
        }
        return types;
    }

    boolean fits(Meaning meaning, CsType type) {
        if (meaning instanceof Meaning.Untyped untyped && !(untyped.expr() instanceof Expr.Lambda)) {
            return true;
        }
        List<CsType> takes = takes(type);
        CsType gives = gives(type);
        if (takes == null || gives == null) {
            return type.is(Kind.UNKNOWN);
        }
        CsType result = resultOf(meaning, takes);
        if (result == null) {
            return !gives.isOpen() && bodyFits(meaning, takes, gives);
        }
        boolean isVoid = gives.is(Kind.VOID);
        return isVoid
                ? !isIdle(meaning)
                : !result.is(Kind.VOID)
                        && (gives.isOpen()
                                || checker.rules().isImplicit(result, gives)
                                || bodyFits(meaning, takes, gives));
    }

    /** {@code () => 5} gives a value that nobody takes. */
    private static boolean isIdle(Meaning meaning) {
        return meaning instanceof Meaning.Untyped untyped
                && untyped.expr() instanceof Expr.Lambda lambda
                && lambda.expression() != null
                && !(lambda.expression() instanceof Expr.Throw)
                && !StatementRules.does(lambda.expression());
    }

    /** {@code x => 1} may give a {@code byte}; {@code x => y => x} has no type but the one that is wanted. */
    private boolean bodyFits(Meaning meaning, List<CsType> takes, CsType gives) {
        if (!(meaning instanceof Meaning.Untyped untyped)
                || !(untyped.expr() instanceof Expr.Lambda lambda)
                || lambda.parameters().size() != takes.size()) {
            return false;
        }
        checker.report().beginTrial();
        int before = checker.report().errors();
        body(lambda, untyped.scope(), takes, gives);
        boolean fits = checker.report().errors() == before;
        checker.report().endTrial();
        return fits;
    }

    /** What a lambda or method gives for arguments of these types; absent where it does not take them. */
    @Nullable
    CsType resultOf(Meaning meaning, List<CsType> takes) {
        if (meaning instanceof Meaning.OfMethods methods) {
            Candidate found = method(methods, takes);
            return found == null ? null : found.returns();
        }
        if (!(meaning instanceof Meaning.Untyped untyped)) {
            return null;
        }
        if (!(untyped.expr() instanceof Expr.Lambda lambda)) {
            return checker.table().unknown();
        }
        if (lambda.parameters().size() != takes.size()) {
            return null;
        }
        return results.computeIfAbsent(lambda, none -> new HashMap<>())
                .computeIfAbsent(takes, none -> Optional.ofNullable(tried(lambda, untyped.scope(), takes)))
                .orElse(null);
    }

    private @Nullable CsType tried(Expr.Lambda lambda, Scope scope, List<CsType> takes) {
        checker.report().beginTrial();
        int before = checker.report().errors();
        CsType result = body(lambda, scope, takes, null).type();
        boolean wrong = checker.report().errors() > before;
        checker.report().endTrial();
        return wrong ? null : result;
    }

    private @Nullable Candidate method(Meaning.OfMethods methods, List<CsType> takes) {
        List<Given> given = new ArrayList<>();
        for (CsType type : takes) {
            given.add(new Given(
                    null, Expr.Argument.Mode.VALUE, Bound.of(type, frame -> null, methods.span()), methods.span()));
        }
        List<Candidate> found = checker.overloads()
                .applicable(methods.methods(), Receivers.of(checker, methods.owner()), methods.typeArguments(), given);
        if (found.isEmpty() && methods.target() != null) {
            Bound target = methods.target();
            given.add(0, new Given(null, Expr.Argument.Mode.VALUE, target, target.span()));
            found = checker.overloads().applicable(methods.extensions(), Map.of(), methods.typeArguments(), given);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    @Nullable
    Bound convert(Meaning meaning, CsType to) {
        if (meaning instanceof Meaning.Untyped untyped) {
            if (untyped.expr() instanceof Expr.Default) {
                return checker.defaultOf(to, untyped.span());
            }
            if (untyped.expr() instanceof Expr.Throw thrown) {
                return Bound.of(to, throwing(thrown, untyped.scope()), thrown.span());
            }
            return lambda(untyped, to);
        }
        return method((Meaning.OfMethods) meaning, to);
    }

    Node throwing(Expr.Throw thrown, Scope scope) {
        Bound exception = checker.convert(checker.meaning(thrown.exception(), scope), checker.type("Exception"));
        return Logic.throwing(exception.node());
    }

    private @Nullable Bound lambda(Meaning.Untyped untyped, CsType to) {
        List<CsType> takes = takes(to);
        CsType gives = gives(to);
        Expr.Lambda lambda = (Expr.Lambda) untyped.expr();
        if (takes == null
                || gives == null
                || takes.size() != lambda.parameters().size()
                || !fits(untyped, to)) {
            return null;
        }
        return Bound.of(to, body(lambda, untyped.scope(), takes, gives).node(), lambda.span());
    }

    /** Checks a lambda's body; the node makes the closure, the type is what the body gives. */
    private Bound body(Expr.Lambda lambda, Scope outer, List<CsType> takes, @Nullable CsType gives) {
        CsType wanted = gives != null && gives.is(Kind.VOID) ? checker.table().voidType() : gives;
        FunctionScope function = new FunctionScope(outer.function(), wanted);
        Scope scope = new Scope(outer, function);
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < lambda.parameters().size(); i++) {
            Expr.Parameter parameter = lambda.parameters().get(i);
            Variable variable = function.variable(parameter.name());
            parameters.add(variable);
            scope.add(new Local(parameter.name(), takes.get(i), variable, function, null, null));
        }
        checker.footprint().costs(Cost.UNBOUNDED);
        Bound result = lambda.expression() != null
                ? expression(lambda.expression(), scope, wanted)
                : block(lambda, scope, function, wanted);
        Node closure =
                Closures.create(new Closures.Function(parameters, function.captures(), function::slots, result.node()));
        return Bound.of(result.type(), closure, lambda.span());
    }

    private Bound expression(Expr expression, Scope scope, @Nullable CsType wanted) {
        if (wanted == null || wanted.is(Kind.VOID)) {
            if (wanted != null && !(expression instanceof Expr.Throw)) {
                checker.statements().checkDoes(expression);
            }
            return checker.value(expression, scope);
        }
        return checker.convert(checker.meaning(expression, scope), wanted);
    }

    private Bound block(Expr.Lambda lambda, Scope scope, FunctionScope function, @Nullable CsType wanted) {
        var body = java.util.Objects.requireNonNull(lambda.body());
        StatementRules.Checked checked =
                checker.statements().function(() -> checker.statements().block(body, scope));
        CsType result =
                function.returned().isEmpty() ? checker.table().voidType() : checker.common(function.returned());
        boolean needsValue = wanted == null ? !function.returned().isEmpty() : !wanted.is(Kind.VOID);
        if (checked.endsOpen() && needsValue) {
            checker.report().error(lambda.span(), "not every way through the lambda returns a value");
        }
        boolean onlyThrows = function.returned().isEmpty() && !checked.endsOpen();
        CsType type = onlyThrows || result == null ? checker.table().unknown() : result;
        return Bound.of(type, Actions.result(checked.action()), body.span());
    }

    /** A method taken as a value. */
    private @Nullable Bound method(Meaning.OfMethods methods, CsType to) {
        List<CsType> takes = takes(to);
        CsType gives = gives(to);
        Candidate found = takes == null ? null : method(methods, takes);
        if (takes == null || gives == null || found == null) {
            return null;
        }
        boolean fits = gives.is(Kind.VOID) || gives.isOpen() || checker.rules().isImplicit(found.returns(), gives);
        return fits ? Bound.of(to, closure(methods, takes, gives), methods.span()) : null;
    }

    private Node closure(Meaning.OfMethods methods, List<CsType> takes, CsType gives) {
        FunctionScope function = new FunctionScope(null, gives);
        List<Variable> parameters = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        Bound target = methods.target();
        Variable object = function.variable("object");
        if (target != null) {
            parameters.add(object);
        }
        for (CsType type : takes) {
            Variable variable = function.variable("argument");
            parameters.add(variable);
            Bound value = Bound.of(type, Variables.get(variable), methods.span());
            given.add(new Given(null, Expr.Argument.Mode.VALUE, value, methods.span()));
        }
        Bound held = target == null ? null : Bound.of(target.type(), Variables.get(object), target.span());
        Meaning.OfMethods inner = new Meaning.OfMethods(
                held,
                methods.owner(),
                methods.name(),
                methods.methods(),
                methods.extensions(),
                methods.typeArguments(),
                methods.span());
        Method invoke = methods.owner().definition().invoke();
        Bound call = held == null || invoke == null
                ? checker.calls().call(inner, given, methods.span())
                : checker.calls().delegate(held, invoke, given, methods.span());
        Node body =
                gives.is(Kind.VOID) ? call.node() : checker.convert(call, gives).node();
        Closures.Function made = new Closures.Function(parameters, List.of(), function::slots, body);
        return target == null ? Closures.create(made) : Closures.bound(Closures.create(made), target.node());
    }

    /** Which of two delegate types a lambda or method rather becomes: above 0 the one, below 0 the other. */
    int compare(Meaning argument, CsType one, CsType other) {
        List<CsType> takes = takes(one);
        List<CsType> otherTakes = takes(other);
        CsType a = gives(one);
        CsType b = gives(other);
        if (takes == null || a == null || b == null || !takes.equals(otherTakes)) {
            return 0;
        }
        if (a.is(Kind.VOID) != b.is(Kind.VOID)) {
            return a.is(Kind.VOID) ? -1 : 1;
        }
        CsType result = resultOf(argument, takes);
        if (result == null || a.equals(b)) {
            return 0;
        }
        if (result.equals(a) || result.equals(b)) {
            return result.equals(a) ? 1 : -1;
        }
        boolean forth = checker.rules().isImplicit(a, b);
        boolean back = checker.rules().isImplicit(b, a);
        return forth == back ? 0 : forth ? 1 : -1;
    }

    /** Says why a lambda is none of a type. */
    void explain(Meaning.Untyped untyped, CsType to) {
        Expr.Lambda lambda = (Expr.Lambda) untyped.expr();
        List<CsType> takes = takes(to);
        CsType gives = gives(to);
        if (to.is(Kind.UNKNOWN)) {
            return;
        }
        if (takes == null || gives == null) {
            checker.report().error(lambda.span(), "found a lambda, expected '" + to + "'");
        } else if (takes.size() != lambda.parameters().size()) {
            checker.report()
                    .error(
                            lambda.span(),
                            "the lambda takes " + lambda.parameters().size() + " arguments, expected " + takes.size()
                                    + " for '" + to + "'");
        } else {
            body(lambda, untyped.scope(), takes, gives.isOpen() ? null : gives);
        }
    }

    /** Says what is wrong within a lambda given to one of several methods, none of which takes it. */
    void explainIn(Meaning.Untyped untyped, Meaning.OfMethods methods, int index) {
        Expr.Lambda lambda = (Expr.Lambda) untyped.expr();
        List<Method> all = new ArrayList<>(methods.methods());
        all.addAll(methods.extensions());
        for (Method method : all) {
            int at = index + (method.isExtension() ? 1 : 0);
            if (at >= method.parameters().size()) {
                continue;
            }
            Parameter parameter = method.parameters().get(at);
            List<CsType> takes = takes(parameter.type());
            List<CsType> known = takes == null || methods.target() == null ? takes : elements(method, methods, takes);
            if (known != null
                    && known.size() == lambda.parameters().size()
                    && known.stream().noneMatch(CsType::isOpen)) {
                body(lambda, untyped.scope(), known, null);
                return;
            }
        }
    }

    /** A lambda's parameters as far as the object that the method is called on tells them. */
    private List<CsType> elements(Method method, Meaning.OfMethods methods, List<CsType> takes) {
        Bound target = methods.target();
        if (!method.isExtension() || target == null) {
            Map<TypeDefinition, CsType> receiver = Receivers.of(checker, methods.owner());
            return takes.stream().map(type -> type.with(receiver)).toList();
        }
        Map<TypeDefinition, CsType> known = new HashMap<>();
        CsType first = method.parameters().get(0).type();
        CsType actual = checker.relations().as(target.type(), first.definition());
        for (int i = 0; actual != null && i < first.arguments().size(); i++) {
            if (first.arguments().get(i).is(Kind.PARAMETER)) {
                known.put(
                        first.arguments().get(i).definition(),
                        actual.arguments().get(i));
            }
        }
        return takes.stream().map(type -> type.with(known)).toList();
    }
}
