package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.flow.Assigned.Split;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops. What has a value where one begins has it in every round, so one round tells all. */
final class LoopFlow {
    private final Flow flow;
    private final StatementFlow statements;
    private Around around = new Around(new Object(), new Object());

    LoopFlow(Flow flow, StatementFlow statements) {
        this.flow = flow;
        this.statements = statements;
    }

    /** Where {@code break} and {@code continue} lead. */
    private record Around(Object end, Object next) {}

    Object around() {
        return around;
    }

    void back(Object before) {
        around = (Around) before;
    }

    /** Something that {@code break} leaves; gives what to go back to. */
    Object enter(Object end) {
        Around before = around;
        around = new Around(end, before.next());
        return before;
    }

    boolean visit(Stmt statement) {
        if (statement instanceof Stmt.Break || statement instanceof Stmt.Continue) {
            flow.jumps().jump(statement instanceof Stmt.Break ? around.end : around.next, flow.now());
            flow.go(Assigned.nowhere());
            return true;
        }
        Names outer = flow.use(flow.names().block());
        Around before = around;
        around = new Around(new Object(), new Object());
        boolean isLoop = loop(statement);
        around = before;
        flow.use(outer);
        return isLoop;
    }

    private boolean loop(Stmt statement) {
        if (statement instanceof Stmt.While loop) {
            round(loop.condition(), loop.body(), List.of());
        } else if (statement instanceof Stmt.For loop) {
            counting(loop);
        } else if (statement instanceof Stmt.DoWhile loop) {
            statements.embedded(loop.body());
            flow.go(flow.jumps().arrive(around.next, flow.now()));
            Split condition = flow.expressions().conditions().split(loop.condition());
            flow.go(flow.jumps().arrive(around.end, condition.whenFalse()));
        } else if (statement instanceof Stmt.ForEach loop) {
            each(loop);
        } else {
            return false;
        }
        return true;
    }

    private void round(@Nullable Expr condition, Stmt body, List<Expr> iterators) {
        Split split = condition == null
                ? new Split(flow.now(), Assigned.nowhere())
                : flow.expressions().conditions().split(condition);
        flow.go(split.whenTrue());
        statements.embedded(body);
        flow.go(flow.jumps().arrive(around.next, flow.now()));
        flow.expressions().visit(iterators);
        flow.go(flow.jumps().arrive(around.end, split.whenFalse()));
    }

    private void counting(Stmt.For loop) {
        loop.initializers().forEach(statements::visit);
        round(loop.condition(), loop.body(), loop.iterators());
    }

    private void each(Stmt.ForEach loop) {
        flow.expressions().visit(loop.source());
        Assigned before = flow.now().copy();
        List<Names.Variable> variables = new ArrayList<>();
        flow.expressions().assignments().target(loop.variable(), variables);
        variables.forEach(variable -> flow.now().add(variable.index()));
        statements.embedded(loop.body());
        flow.jumps().arrive(around.next, flow.now());
        flow.go(flow.jumps().arrive(around.end, before));
    }
}
