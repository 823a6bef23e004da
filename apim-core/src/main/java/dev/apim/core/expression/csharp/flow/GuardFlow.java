package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.flow.Assigned.Split;
import dev.apim.core.expression.csharp.syntax.Pattern;
import dev.apim.core.expression.csharp.syntax.Stmt;

/** {@code switch}, {@code try}, {@code using}. */
final class GuardFlow {
    private final Flow flow;
    private final StatementFlow statements;

    GuardFlow(Flow flow, StatementFlow statements) {
        this.flow = flow;
        this.statements = statements;
    }

    void visit(Stmt statement) {
        if (statement instanceof Stmt.Switch choice) {
            choice(choice);
        } else if (statement instanceof Stmt.Try attempt) {
            attempt(attempt);
        } else if (statement instanceof Stmt.Using using) {
            Names outer = flow.use(flow.names().block());
            statements.visit(using.resource());
            statements.embedded(using.body());
            flow.use(outer);
        }
    }

    private void choice(Stmt.Switch choice) {
        flow.expressions().visit(choice.value());
        Assigned value = flow.now().copy();
        Object end = new Object();
        Object around = statements.loops().enter(end);
        Names outer = flow.names();
        Assigned after = takesAll(choice) ? Assigned.nowhere() : value.copy();
        for (Stmt.Section section : choice.sections()) {
            flow.use(outer.block());
            Assigned begin = Assigned.nowhere();
            for (Stmt.Label label : section.labels()) {
                flow.go(value.copy());
                begin = Assigned.meet(begin, matched(label));
            }
            flow.go(begin);
            statements.within(section.statements());
            after = Assigned.meet(after, flow.now());
        }
        flow.use(outer);
        statements.loops().back(around);
        flow.go(flow.jumps().arrive(end, after));
    }

    private static boolean takesAll(Stmt.Switch choice) {
        return choice.sections().stream()
                .flatMap(section -> section.labels().stream())
                .anyMatch(label ->
                        label.pattern() == null || (label.pattern() instanceof Pattern.Any && label.when() == null));
    }

    private Assigned matched(Stmt.Label label) {
        if (label.pattern() != null) {
            flow.go(flow.expressions().conditions().matched(label.pattern()).whenTrue());
        }
        if (label.when() == null) {
            return flow.now();
        }
        Split when = flow.expressions().conditions().split(label.when());
        return when.whenTrue();
    }

    private void attempt(Stmt.Try attempt) {
        Assigned before = flow.now().copy();
        int jumps = flow.jumps().count();
        statements.block(attempt.body().statements());
        Assigned end = flow.now();
        for (Stmt.Catch handler : attempt.catches()) {
            flow.go(before.copy());
            handler(handler);
            end = Assigned.meet(end, flow.now());
        }
        if (attempt.finallyBlock() != null) {
            flow.go(before);
            statements.block(attempt.finallyBlock().statements());
            flow.jumps().pass(jumps, flow.now());
            end = end.then(flow.now());
        }
        flow.go(end);
    }

    private void handler(Stmt.Catch handler) {
        Names outer = flow.use(flow.names().block());
        if (handler.name() != null) {
            flow.declareAssigned(handler.name(), handler.span());
        }
        if (handler.when() != null) {
            flow.go(flow.expressions().conditions().split(handler.when()).whenTrue());
        }
        statements.block(handler.body().statements());
        flow.use(outer);
    }
}
