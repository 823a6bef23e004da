package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.StatementRules.Checked;
import dev.apim.core.expression.csharp.plan.Action;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Faults;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Variable;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Pattern;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code switch}, {@code try}, {@code throw}, {@code using}. */
final class GuardRules {
    private final Checker checker;
    private final StatementRules statements;
    private final Deque<Variable> caught = new ArrayDeque<>();

    GuardRules(Checker checker, StatementRules statements) {
        this.checker = checker;
        this.statements = statements;
    }

    Checked statement(Stmt statement, Scope scope) {
        if (statement instanceof Stmt.Switch choice) {
            return choice(choice, scope);
        }
        if (statement instanceof Stmt.Try attempt) {
            return attempt(attempt, scope);
        }
        if (statement instanceof Stmt.Throw thrown) {
            return new Checked(thrown(thrown, scope), false);
        }
        return using((Stmt.Using) statement, scope);
    }

    private Action thrown(Stmt.Throw thrown, Scope scope) {
        if (thrown.exception() != null) {
            Bound exception = checker.convert(checker.meaning(thrown.exception(), scope), checker.type("Exception"));
            return Actions.throwing(exception.node());
        }
        Variable variable = caught.peek();
        if (variable == null) {
            checker.report()
                    .error(thrown.span(), "there is no 'catch' around this whose exception could be thrown again");
            return Actions.block(List.of());
        }
        return Actions.throwing(Variables.get(variable));
    }

    private Checked choice(Stmt.Switch choice, Scope outer) {
        Scope scope = outer.block();
        Bound value = checker.value(choice.value(), outer);
        Variable kept = scope.function().variable("switched");
        Bound held = Bound.of(value.type(), Variables.get(kept), value.span());
        boolean[] left = new boolean[1];
        statements.around().push(left);
        List<Actions.Section> sections = new ArrayList<>();
        Action otherwise = null;
        Set<@Nullable Object> cases = new HashSet<>();
        boolean hasDefault = false;
        boolean takesAll = false;
        for (Stmt.Section section : choice.sections()) {
            Scope own = scope.block();
            List<Node> labels = new ArrayList<>();
            boolean isDefault = false;
            for (Stmt.Label label : section.labels()) {
                if (label.pattern() == null && (hasDefault || isDefault)) {
                    checker.report().error(label.span(), "there is a 'default' already");
                }
                isDefault |= label.pattern() == null;
                takesAll |= label.pattern() instanceof Pattern.Any && label.when() == null;
                if (label.pattern() instanceof Pattern.Constant constant) {
                    checkNew(label, constant, held.type(), cases, own);
                }
                if (label.pattern() != null) {
                    labels.add(label(held, label, label.pattern(), own));
                }
            }
            Action body = body(section, own);
            sections.add(new Actions.Section(labels, body));
            hasDefault |= isDefault;
            otherwise = isDefault ? body : otherwise;
        }
        statements.around().pop();
        Node begin = Variables.declare(kept, value.node());
        return new Checked(Actions.choose(begin, sections, otherwise), !(hasDefault || takesAll) || left[0]);
    }

    /** C# specification §13.8.3: no two labels of a {@code switch} are the same constant. */
    private void checkNew(
            Stmt.Label label, Pattern.Constant pattern, CsType type, Set<@Nullable Object> cases, Scope scope) {
        if (!(checker.meaning(pattern.value(), scope) instanceof Bound constant) || !constant.isConstant()) {
            return;
        }
        Bound converted = checker.rules().implicit(constant, type);
        Object value = converted != null && converted.isConstant() ? converted.value() : constant.value();
        if (cases.contains(value)) {
            checker.report().error(label.span(), "this 'case' is there already; drop one of the two");
        }
        if (label.when() == null) {
            cases.add(value);
        }
    }

    private Node label(Bound value, Stmt.Label label, Pattern pattern, Scope scope) {
        Node matches = checker.patterns().test(value, pattern, scope);
        return label.when() == null
                ? matches
                : Logic.and(matches, statements.condition(label.when(), scope).node());
    }

    private Action body(Stmt.Section section, Scope scope) {
        Checked body = statements.statements(section.statements(), scope);
        if (body.endsOpen() && !section.statements().isEmpty()) {
            checker.report()
                    .error(
                            section.span(),
                            "this section of the 'switch' runs on into the next; end it with 'break', 'return' or 'throw'");
        }
        return body.action();
    }

    private Checked attempt(Stmt.Try attempt, Scope scope) {
        Checked body = statements.block(attempt.body(), scope);
        boolean open = body.endsOpen();
        List<Actions.Handler> handlers = new ArrayList<>();
        for (Stmt.Catch handler : attempt.catches()) {
            Scope own = scope.block();
            Variable variable = scope.function().variable("caught");
            Node takes = takes(handler, variable, own);
            caught.push(variable);
            Checked checked = statements.block(handler.body(), own);
            caught.pop();
            open |= checked.endsOpen();
            handlers.add(new Actions.Handler(variable, takes, checked.action()));
        }
        Action last = null;
        if (attempt.finallyBlock() != null) {
            Checked ended = statements.block(attempt.finallyBlock(), scope);
            open &= ended.endsOpen();
            last = ended.action();
        }
        return new Checked(Actions.attempt(body.action(), handlers, last, Faults::translate), open);
    }

    private Node takes(Stmt.Catch handler, Variable variable, Scope scope) {
        CsType type = handler.type() == null
                ? checker.type("Exception")
                : checker.typeNames().resolve(handler.type());
        if (!type.is(Kind.UNKNOWN) && !checker.relations().isA(type, checker.type("Exception"))) {
            checker.report().error(handler.span(), "'" + type + "' is no exception");
        }
        Node matches = frame -> type.definition()
                .isInstance(
                        java.util.Objects.requireNonNull(Variables.get(variable).eval(frame)));
        if (handler.name() != null) {
            scope.add(new Local(handler.name(), type, variable, scope.function(), null, null));
        }
        Node all = type.equals(checker.type("Exception")) ? new Constant(true) : matches;
        return handler.when() == null
                ? all
                : Logic.and(all, statements.condition(handler.when(), scope).node());
    }

    private Checked using(Stmt.Using using, Scope outer) {
        Scope scope = outer.block();
        Variable variable;
        CsType type;
        Action begin;
        Span span = using.resource().span();
        if (using.resource() instanceof Stmt.Local local) {
            begin = statements.local(local, scope);
            Local declared = java.util.Objects.requireNonNull(
                    scope.find(local.declarators().get(0).name()));
            variable = declared.variable();
            type = declared.type();
        } else {
            Bound value = checker.value(((Stmt.Expression) using.resource()).expression(), scope);
            variable = scope.function().variable("resource");
            begin = Actions.evaluate(Variables.declare(variable, value.node()));
            type = value.type();
        }
        Checked body = statements.embedded(using.body(), scope);
        Action dispose = dispose(variable, type, span);
        Action guarded =
                dispose == null ? body.action() : Actions.attempt(body.action(), List.of(), dispose, Faults::translate);
        return new Checked(Actions.block(List.of(begin, guarded)), body.endsOpen());
    }

    private @Nullable Action dispose(Variable variable, CsType type, Span span) {
        if (type.is(Kind.UNKNOWN) || type.is(Kind.DYNAMIC)) {
            return null;
        }
        Bound held = Bound.of(type, Variables.get(variable), span);
        if (checker.members().methods(type, "Dispose").isEmpty()) {
            checker.report().error(span, "'" + type + "' has nothing to dispose of; drop the 'using'");
            return null;
        }
        Meaning dispose = checker.members().member(held, "Dispose", List.of(), span);
        Node call = checker.calls()
                .call((Meaning.OfMethods) dispose, List.of(), span)
                .node();
        Variable object = variable;
        return Actions.branch(frame -> Variables.get(object).eval(frame) != null, Actions.evaluate(call), null);
    }
}
