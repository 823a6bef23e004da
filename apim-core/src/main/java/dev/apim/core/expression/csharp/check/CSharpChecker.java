package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.flow.Flow;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.ParsedExpression;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;

/** Checks policy expressions against a table of types and plans their evaluation. Stateless but for the table; thread-safe. */
public final class CSharpChecker {
    private final TypeTable table;
    private final Relations relations;

    /** Against this table. */
    public CSharpChecker(TypeTable table) {
        this.table = table;
        this.relations = new Relations(table);
    }

    /**
     * An expression that can be evaluated.
     *
     * @param type of its value
     * @param node that computes it
     * @param slots that its frame needs
     * @param isConstant whether every evaluation gives the same
     * @param bodyUse what bodies it reads
     * @param cost where it may run
     */
    public record Plan(CsType type, Node node, int slots, boolean isConstant, BodyUse bodyUse, Cost cost) {}

    /** Checks it; after an error the plan must not be evaluated. */
    public Plan check(ParsedExpression parsed, SyntaxIssues issues) {
        Checker checker = new Checker(table, relations, new Report(issues), new RuntimeBinding(table, relations));
        FunctionScope function = new FunctionScope(null, null);
        Scope scope = new Scope(null, function);
        Stmt.Block block = parsed.block();
        if (block == null && parsed.expression() != null) {
            Bound value = checker.value(parsed.expression(), scope);
            if (value.type().is(Kind.VOID)) {
                checker.report().error(value.span(), "this gives no value; expected an expression that does");
            }
            flow(parsed, checker, issues);
            return plan(checker, value.type(), value.node(), function, value.isConstant());
        }
        StatementRules.Checked checked = checker.statements().block(java.util.Objects.requireNonNull(block), scope);
        if (checked.endsOpen()) {
            checker.report()
                    .error(
                            new dev.apim.core.expression.csharp.syntax.Span(
                                    block.span().end() - 1, block.span().end()),
                            "not every way through the block returns a value; end it with 'return …;'");
        }
        flow(parsed, checker, issues);
        CsType common = checker.common(function.returned());
        CsType type = common == null ? checker.type("object") : common;
        return plan(checker, type, Actions.result(checked.action()), function, false);
    }

    /** Once all else is right: what is not understood says nothing about the ways through it. */
    private static void flow(ParsedExpression parsed, Checker checker, SyntaxIssues issues) {
        if (!checker.report().hasReported()) {
            Flow.check(parsed, checker.footprint().truths(), issues);
        }
    }

    private static Plan plan(Checker checker, CsType type, Node node, FunctionScope function, boolean isConstant) {
        return new Plan(
                type,
                node,
                function.slots(),
                isConstant,
                checker.footprint().bodyUse(),
                checker.footprint().cost());
    }
}
