package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.StatementRules.Checked;
import dev.apim.core.expression.csharp.plan.Action;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.policy.Cost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops. */
final class LoopRules {
    private final Checker checker;
    private final StatementRules statements;

    LoopRules(Checker checker, StatementRules statements) {
        this.checker = checker;
        this.statements = statements;
    }

    @Nullable
    Checked statement(Stmt statement, Scope scope) {
        if (statement instanceof Stmt.While loop) {
            Scope inner = scope.block();
            return loop(statements.condition(loop.condition(), inner), loop.body(), List.of(), inner, true);
        }
        if (statement instanceof Stmt.DoWhile loop) {
            return doWhile(loop, scope);
        }
        if (statement instanceof Stmt.For loop) {
            return counting(loop, scope);
        }
        return statement instanceof Stmt.ForEach loop ? each(loop, scope) : null;
    }

    private Checked loop(@Nullable Bound condition, Stmt body, List<Expr> iterators, Scope scope, boolean first) {
        checker.footprint().costs(Cost.UNBOUNDED);
        boolean[] left = enter();
        Checked inner = statements.embedded(body, scope);
        leave();
        List<Action> steps = new ArrayList<>();
        iterators.forEach(step -> steps.add(statements.expression(step, scope)));
        boolean endless = condition == null || (condition.isConstant() && Boolean.TRUE.equals(condition.value()));
        Node test = condition == null ? null : condition.node();
        return new Checked(Actions.loop(test, inner.action(), Actions.block(steps), first), !endless || left[0]);
    }

    private boolean[] enter() {
        boolean[] left = new boolean[2];
        statements.around().push(left);
        return left;
    }

    private void leave() {
        statements.around().pop();
    }

    private Checked doWhile(Stmt.DoWhile loop, Scope scope) {
        Scope inner = scope.block();
        checker.footprint().costs(Cost.UNBOUNDED);
        boolean[] left = enter();
        Checked body = statements.embedded(loop.body(), inner);
        leave();
        Bound condition = statements.condition(loop.condition(), inner);
        boolean endless = condition.isConstant() && Boolean.TRUE.equals(condition.value());
        Action action = Actions.loop(condition.node(), body.action(), Actions.block(List.of()), false);
        return new Checked(action, !endless || left[0]);
    }

    private Checked counting(Stmt.For loop, Scope outer) {
        Scope scope = outer.block();
        List<Action> actions = new ArrayList<>();
        for (Stmt initializer : loop.initializers()) {
            actions.add(
                    initializer instanceof Stmt.Local local
                            ? statements.local(local, scope)
                            : statements.expression(((Stmt.Expression) initializer).expression(), scope));
        }
        Bound condition = loop.condition() == null ? null : statements.condition(loop.condition(), scope);
        Checked checked = loop(condition, loop.body(), loop.iterators(), scope, true);
        actions.add(checked.action());
        return new Checked(Actions.block(actions), checked.endsOpen());
    }

    private Checked each(Stmt.ForEach loop, Scope outer) {
        checker.footprint().costs(Cost.UNBOUNDED);
        Scope scope = outer.block();
        Bound source = checker.value(loop.source(), scope);
        CsType element = element(source);
        var kept = scope.function().variable("element");
        Bound value = Bound.of(element, Variables.get(kept), loop.variable().span());
        Action bind = Actions.evaluate(bind(loop.variable(), value, scope));
        enter();
        Checked body = statements.embedded(loop.body(), scope);
        leave();
        return new Checked(Actions.forEach(enumerated(source), kept, bind, body.action()), true);
    }

    private CsType element(Bound source) {
        CsType type = source.type();
        if (type.is(Kind.UNKNOWN) || type.is(Kind.DYNAMIC)) {
            return type;
        }
        CsType element = checker.relations().element(type);
        if (element == null) {
            checker.report()
                    .error(
                            source.span(),
                            "'" + type + "' cannot be enumerated"
                                    + (type.equals(checker.type("object"))
                                            ? "; cast it, for instance to 'string[]'"
                                            : ""));
            return checker.table().unknown();
        }
        return element;
    }

    private Node enumerated(Bound source) {
        var enumerator = source.type().definition().enumerator();
        return enumerator == null
                ? source.node()
                : Calls.of(
                        enumerator, List.of(source.node()), true, source.type().arguments());
    }

    private Node bind(Expr variable, Bound value, Scope scope) {
        if (!(variable instanceof Expr.Declaration declaration)) {
            return checker.assignments()
                    .deconstruction(variable, value, scope, variable.span())
                    .node();
        }
        boolean inferred = declaration.type() instanceof TypeSyntax.Named named && named.is("var");
        CsType type = inferred ? value.type() : checker.typeNames().resolve(declaration.type());
        Bound converted = checker.rules().explicit(value, type, false);
        if (converted == null) {
            converted = checker.convert(value, type);
        }
        statements.checkNew(declaration.name(), declaration.span(), scope);
        var named = scope.function().variable(declaration.name());
        scope.add(new Local(declaration.name(), type, named, scope.function(), null, "the variable of a 'foreach'"));
        return Variables.declare(named, converted.node());
    }
}
