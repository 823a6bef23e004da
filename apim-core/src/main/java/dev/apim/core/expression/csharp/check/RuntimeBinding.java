package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Frame;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.AnonymousObject;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.DynamicObject;
import dev.apim.core.expression.csharp.value.DynamicValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code dynamic}: when it runs, the checker is asked again, now with the types that the values have. */
final class RuntimeBinding implements DynamicBinding {
    private static final Span NOWHERE = new Span(0, 0);

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TypeTable table;
    private final Relations relations;

    RuntimeBinding(TypeTable table, Relations relations) {
        this.table = table;
        this.relations = relations;
    }

    /** Something to find out with the types that are known now. */
    private interface Question {
        Bound ask(Checker checker, Scope scope);
    }

    private @Nullable Object answer(Frame frame, Question question) {
        frame.evaluation().step();
        Checker checker = new Checker(table, relations, new Report(new Refusing()), this);
        FunctionScope function = new FunctionScope(null, null);
        Bound bound = question.ask(checker, new Scope(null, function));
        return bound.node().eval(new Frame(frame.evaluation(), function.slots()));
    }

    private Bound known(@Nullable Object value) {
        CsType type = value == null ? table.nullType() : table.typeOf(value);
        return Bound.of(type, new Constant(value), NOWHERE);
    }

    private Bound target(@Nullable Object value) {
        if (value == null) {
            throw failure("Cannot perform runtime binding on a null reference");
        }
        return known(value);
    }

    private List<Given> given(@Nullable Object[] values) {
        List<Given> given = new ArrayList<>();
        for (Object value : values) {
            given.add(new Given(null, Expr.Argument.Mode.VALUE, known(value), NOWHERE));
        }
        return given;
    }

    @Override
    public Node convert(Node operand, CsType to, boolean explicit) {
        return frame -> {
            Object object = operand.eval(frame);
            Bound value = known(object);
            boolean casts = explicit || object instanceof DynamicValue;
            return answer(frame, (checker, scope) -> {
                Bound converted = casts
                        ? checker.rules().explicit(value, to, false)
                        : checker.rules().implicit(value, to);
                if (converted == null) {
                    throw failure(
                            value.type().is(Kind.NULL)
                                    ? "Cannot convert null to '" + to + "' because it is a non-nullable value type"
                                    : "Cannot implicitly convert type '" + value.type() + "' to '" + to + "'");
                }
                return converted;
            });
        };
    }

    @Override
    public Node member(Node target, String name) {
        return frame -> {
            Object object = target.eval(frame);
            if (object instanceof DynamicObject dynamic) {
                return dynamic.dynamicGet(name);
            }
            if (object instanceof AnonymousObject anonymous && anonymous.names().contains(name)) {
                return anonymous.get(name);
            }
            Bound bound = target(object);
            return answer(frame, (checker, scope) -> checker.value(there(checker, bound, name)));
        };
    }

    @Override
    public Node setMember(Node target, String name, Node value) {
        return frame -> {
            Object object = target.eval(frame);
            Object written = value.eval(frame);
            if (object instanceof DynamicObject dynamic) {
                dynamic.dynamicSet(name, written);
                return written;
            }
            Bound bound = target(object);
            return answer(
                    frame,
                    (checker, scope) -> write(
                            checker,
                            checker.value(checker.members().member(bound, name, List.of(), NOWHERE)),
                            written));
        };
    }

    /** A member, with .NET's message where there is none. */
    private static Meaning there(Checker checker, Bound target, String name) {
        if (!checker.members().names(target.type()).contains(name)) {
            throw failure("'" + shown(target.type()) + "' does not contain a definition for '" + name + "'");
        }
        return checker.members().member(target, name, List.of(), NOWHERE);
    }

    private static void checkArguments(Checker checker, Meaning.OfMethods called, List<Given> given) {
        List<Method> methods = called.methods();
        if (methods.isEmpty()
                || !checker.overloads()
                        .applicable(methods, Receivers.of(checker, called.owner()), List.of(), given)
                        .isEmpty()) {
            return;
        }
        Method like = methods.stream()
                .filter(method -> method.parameters().size() == given.size())
                .findFirst()
                .orElseThrow(() ->
                        failure("No overload for method '" + called.name() + "' takes " + given.size() + " arguments"));
        String parameters = like.parameters().stream()
                .map(parameter -> shown(parameter.type()))
                .collect(Collectors.joining(","));
        throw failure("The best overloaded method match for '" + shown(called.owner()) + "." + called.name() + "("
                + parameters + ")' has some invalid arguments");
    }

    private static String shown(CsType type) {
        return type.definition().keyword() == null ? type.fullName() : type.toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof DynamicValue held ? held.dynamicValue() : value;
    }

    private Bound write(Checker checker, Bound place, @Nullable Object written) {
        Bound.Assigned assigned = place.assigned();
        if (assigned == null) {
            throw failure("It cannot be assigned to");
        }
        return Bound.of(
                place.type(),
                assigned.write(checker.convert(known(written), place.type()).node()),
                NOWHERE);
    }

    @Override
    public Node element(Node target, List<Node> arguments) {
        return frame -> {
            Bound bound = target(target.eval(frame));
            List<Given> given = given(Logic.all(arguments, frame));
            return answer(frame, (checker, scope) -> checker.elements().element(bound, given, NOWHERE, scope));
        };
    }

    @Override
    public Node setElement(Node target, List<Node> arguments, Node value) {
        return frame -> {
            Bound bound = target(target.eval(frame));
            List<Given> given = given(Logic.all(arguments, frame));
            Object written = value.eval(frame);
            return answer(
                    frame,
                    (checker, scope) ->
                            write(checker, checker.elements().element(bound, given, NOWHERE, scope), written));
        };
    }

    @Override
    public Node call(Node target, String name, List<Node> arguments) {
        return frame -> {
            Bound bound = target(target.eval(frame));
            List<Given> given = given(Logic.all(arguments, frame));
            return answer(frame, (checker, scope) -> {
                Meaning member = there(checker, bound, name);
                if (member instanceof Meaning.OfMethods methods) {
                    checkArguments(checker, methods, given);
                    return checker.calls().call(methods, given, NOWHERE);
                }
                return checker.value(member);
            });
        };
    }

    @Override
    public Node callStatic(CsType type, String name, List<Node> arguments) {
        return frame -> {
            List<Given> given = given(Logic.all(arguments, frame));
            return answer(frame, (checker, scope) -> {
                Meaning member = checker.members().member(new Meaning.OfType(type, NOWHERE), name, List.of(), NOWHERE);
                return checker.calls().call((Meaning.OfMethods) member, given, NOWHERE);
            });
        };
    }

    @Override
    public Node create(CsType type, List<Node> arguments) {
        return frame -> {
            List<Given> given = given(Logic.all(arguments, frame));
            return answer(frame, (checker, scope) -> {
                List<Method> constructors = type.definition().methods(Method.CONSTRUCTOR);
                List<Candidate> found =
                        checker.overloads().applicable(constructors, Relations.arguments(type), List.of(), given);
                if (found.isEmpty()) {
                    throw failure("The best overloaded method match for '" + type + "' has some invalid arguments");
                }
                return checker.calls().bind(found.get(0), null, type, given, NOWHERE);
            });
        };
    }

    @Override
    public Node binary(String operator, Node left, Node right) {
        return frame -> {
            Object one = left.eval(frame);
            Object other = right.eval(frame);
            if (one instanceof DynamicValue value && COMPARISONS.contains(operator)) {
                return holds(operator, value.dynamicCompare(plain(other)));
            }
            Bound a = known(plain(one));
            Bound b = known(one instanceof DynamicValue ? plain(other) : other);
            return answer(frame, (checker, scope) -> checker.operators().binary(operator, a, b, NOWHERE, NOWHERE));
        };
    }

    private static boolean holds(String operator, int comparison) {
        return switch (operator) {
            case "==" -> comparison == 0;
            case "!=" -> comparison != 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    @Override
    public Node unary(String operator, Node operand) {
        return frame -> {
            Bound value = known(plain(operand.eval(frame)));
            return answer(frame, (checker, scope) -> checker.operators().unary(operator, value, NOWHERE));
        };
    }

    private static DotNetException failure(String message) {
        return new DotNetException("Microsoft.CSharp.RuntimeBinder.RuntimeBinderException", message);
    }

    /** What would be an error of the author's is, this late, an exception. */
    private static final class Refusing implements SyntaxIssues {
        @Override
        public void error(Span span, String message) {
            throw failure(message);
        }

        @Override
        public void warning(Span span, String message) {
            // A doubt about types that only this evaluation has helps nobody.
        }
    }
}
