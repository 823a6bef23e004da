package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Action;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Statements, and whether what follows them can be reached. */
final class StatementRules {
    private final Checker checker;
    private final LoopRules loops;
    private final GuardRules guards;
    private final FunctionRules functions;
    /** The loops and switches around, innermost first; true once a {@code break} leaves one. */
    private final Deque<boolean[]> around = new ArrayDeque<>();

    StatementRules(Checker checker) {
        this.checker = checker;
        this.loops = new LoopRules(checker, this);
        this.guards = new GuardRules(checker, this);
        this.functions = new FunctionRules(checker, this);
    }

    /**
     * A statement that is understood.
     *
     * @param endsOpen whether what follows it can be reached
     */
    record Checked(Action action, boolean endsOpen) {}

    Checked block(Stmt.Block block, Scope outer) {
        return statements(block.statements(), outer.block());
    }

    Checked statements(List<Stmt> statements, Scope scope) {
        List<Action> actions = new ArrayList<>();
        Action hoisted = functions.declare(statements, scope);
        if (hoisted != null) {
            actions.add(hoisted);
        }
        boolean open = true;
        boolean told = false;
        for (Stmt statement : statements) {
            if (!open && !told && !(statement instanceof Stmt.LocalFunction) && !(statement instanceof Stmt.Empty)) {
                told = true;
                checker.report().warning(statement.span(), "this is never reached");
            }
            Checked checked = statement(statement, scope);
            actions.add(checked.action());
            open &= checked.endsOpen();
        }
        scope.end();
        return new Checked(Actions.block(actions), open);
    }

    /** The body of a lambda or local function: loops around it are none of its own. */
    Checked function(Supplier<Checked> body) {
        List<boolean[]> outer = List.copyOf(around);
        around.clear();
        Checked checked = body.get();
        around.addAll(outer);
        return checked;
    }

    /** A statement in the place of a block. */
    Checked embedded(Stmt statement, Scope scope) {
        return statement(statement, scope.block());
    }

    private Checked statement(Stmt statement, Scope scope) {
        if (statement instanceof Stmt.Block block) {
            return block(block, scope);
        }
        if (statement instanceof Stmt.Local local) {
            return new Checked(local(local, scope), true);
        }
        if (statement instanceof Stmt.Expression expression) {
            return new Checked(expression(expression.expression(), scope), true);
        }
        if (statement instanceof Stmt.If branch) {
            return branch(branch, scope);
        }
        if (statement instanceof Stmt.Return returned) {
            return new Checked(returned(returned, scope), false);
        }
        if (statement instanceof Stmt.Break || statement instanceof Stmt.Continue) {
            return jump(statement);
        }
        if (statement instanceof Stmt.Empty || statement instanceof Stmt.LocalFunction) {
            return new Checked(Actions.block(List.of()), true);
        }
        if (statement instanceof Stmt.Checked checkedBlock) {
            Checker.Overflow before = checker.onOverflow(
                    checkedBlock.isChecked() ? Checker.Overflow.CHECKED : Checker.Overflow.UNCHECKED);
            Checked inner = block(checkedBlock.body(), scope);
            checker.onOverflow(before);
            return inner;
        }
        Checked loop = loops.statement(statement, scope);
        return loop != null ? loop : guards.statement(statement, scope);
    }

    Deque<boolean[]> around() {
        return around;
    }

    private Checked jump(Stmt statement) {
        boolean isBreak = statement instanceof Stmt.Break;
        if (around.isEmpty() || (!isBreak && around.stream().noneMatch(one -> one.length > 1))) {
            checker.report()
                    .error(statement.span(), "there is no loop around this to " + (isBreak ? "break" : "continue"));
        } else if (isBreak) {
            around.getFirst()[0] = true;
        }
        return new Checked(isBreak ? Actions.breaks() : Actions.continues(), false);
    }

    private Checked branch(Stmt.If branch, Scope scope) {
        Bound condition = condition(branch.condition(), scope);
        Checked then = embedded(branch.then(), scope);
        Checked otherwise = branch.otherwise() == null ? null : embedded(branch.otherwise(), scope);
        boolean always = condition.isConstant() && Boolean.TRUE.equals(condition.value());
        boolean never = condition.isConstant() && Boolean.FALSE.equals(condition.value());
        boolean thenOpen = then.endsOpen() && !never;
        boolean otherOpen = (otherwise == null || otherwise.endsOpen()) && !always;
        Action action = Actions.branch(condition.node(), then.action(), otherwise == null ? null : otherwise.action());
        return new Checked(action, thenOpen || otherOpen);
    }

    Bound condition(Expr condition, Scope scope) {
        if (condition instanceof Expr.Assignment assignment
                && assignment.operator().isEmpty()) {
            checker.report().warning(condition.span(), "this assigns; to compare write '=='");
        }
        return checker.convert(checker.meaning(condition, scope), checker.type("bool"));
    }

    /** Whether it may stand alone: it does something besides giving a value. */
    static boolean does(Expr expression) {
        return expression instanceof Expr.Assignment
                || expression instanceof Expr.Invocation
                || expression instanceof Expr.Step
                || expression instanceof Expr.Creation
                || expression instanceof Expr.Missing
                || expression instanceof Expr.Placeholder
                || expression instanceof Expr.ConditionalAccess;
    }

    Action expression(Expr expression, Scope scope) {
        checkDoes(expression);
        return Actions.evaluate(checker.value(expression, scope).node());
    }

    void checkDoes(Expr expression) {
        if (!does(expression)) {
            checker.report()
                    .error(
                            expression.span(),
                            "this computes a value that nobody takes; expected an assignment or a call");
        }
    }

    private Action returned(Stmt.Return returned, Scope scope) {
        FunctionScope function = scope.function();
        CsType wanted = function.returns();
        Expr value = returned.value();
        if (value == null) {
            if (function.isWhole()) {
                checker.report().error(returned.span(), "expected a value behind 'return': the expression gives one");
            } else if (wanted != null && !wanted.is(Kind.VOID)) {
                checker.report().error(returned.span(), "expected a value of '" + wanted + "' behind 'return'");
            }
            return Actions.returns(null);
        }
        Meaning meaning = checker.meaning(value, scope);
        if (wanted != null && wanted.is(Kind.VOID)) {
            checker.report().error(returned.span(), "nothing is returned here, found a value behind 'return'");
            return Actions.returns(null);
        }
        Bound result = wanted == null ? checker.value(meaning) : checker.convert(meaning, wanted);
        if (result.type().is(Kind.VOID)) {
            checker.report().error(value.span(), "this gives nothing to return");
        }
        function.returned().add(result.type());
        return Actions.returns(result.node());
    }

    Action local(Stmt.Local local, Scope scope) {
        boolean inferred = local.type() instanceof TypeSyntax.Named named && named.is("var");
        CsType written = inferred ? null : checker.typeNames().resolve(local.type());
        List<Action> actions = new ArrayList<>();
        for (Stmt.Declarator declarator : local.declarators()) {
            actions.add(declarator(declarator, written, local.isConst(), scope));
        }
        return Actions.block(actions);
    }

    private Action declarator(Stmt.Declarator declarator, @Nullable CsType written, boolean isConst, Scope scope) {
        Bound value = initial(declarator, written, scope);
        checkNew(declarator.name(), declarator.span(), scope);
        var variable = scope.function().variable(declarator.name());
        boolean constant = isConst && value.isConstant();
        if (isConst && !value.isConstant() && !value.type().is(Kind.UNKNOWN)) {
            checker.report().error(value.span(), "a 'const' is known beforehand; drop 'const' or give a constant");
        }
        scope.add(new Local(
                declarator.name(),
                value.type(),
                variable,
                scope.function(),
                constant ? value : null,
                isConst ? "a constant" : null));
        return Actions.evaluate(Variables.declare(variable, value.node()));
    }

    private Bound initial(Stmt.Declarator declarator, @Nullable CsType written, Scope scope) {
        Expr value = declarator.value();
        if (value == null) {
            if (written == null) {
                checker.report().error(declarator.span(), "'var' takes its type from a value, found none");
                return checker.unknown(declarator.span());
            }
            Bound none = checker.defaultOf(written, declarator.span());
            return Bound.of(written, none.node(), declarator.span());
        }
        if (value instanceof Expr.ArrayCreation braces && braces.type() == null && written != null) {
            return checker.array(braces, scope, written);
        }
        Meaning meaning = checker.meaning(value, scope);
        if (written != null) {
            return checker.convert(meaning, written);
        }
        Bound bound = checker.value(meaning);
        if (bound.type().is(Kind.NULL) || bound.type().is(Kind.VOID)) {
            checker.report()
                    .error(
                            value.span(),
                            "'var' takes its type from a value, and "
                                    + (bound.type().is(Kind.NULL)
                                            ? "null has none; write the type"
                                            : "this gives none"));
            return checker.unknown(value.span());
        }
        return bound;
    }

    void checkNew(String name, Span span, Scope scope) {
        Local known = scope.find(name);
        if (known != null && known.function() == scope.function()) {
            checker.report().error(span, "'" + name + "' is declared already; choose another name");
        }
    }
}
