package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.flow.Assigned.Split;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements, one after the other. */
final class StatementFlow {
    private final Flow flow;
    private final LoopFlow loops;
    private final GuardFlow guards;
    private Object function = new Object();

    StatementFlow(Flow flow) {
        this.flow = flow;
        this.loops = new LoopFlow(flow, this);
        this.guards = new GuardFlow(flow, this);
    }

    LoopFlow loops() {
        return loops;
    }

    /** The body of a lambda or local function; what ends it elsewhere is no way out of what is around. */
    void function(Object written, Stmt body) {
        Object outer = function;
        Object around = loops.around();
        function = written;
        visit(body);
        flow.go(flow.jumps().arrive(written, flow.now()));
        loops.back(around);
        function = outer;
    }

    void block(List<Stmt> statements) {
        Names outer = flow.use(flow.names().block());
        within(statements);
        flow.use(outer);
    }

    /** Statements among names that are there already. */
    void within(List<Stmt> statements) {
        List<List<Names.Variable>> declared = new ArrayList<>();
        for (Stmt statement : statements) {
            declared.add(statement instanceof Stmt.Local local ? declare(local) : List.of());
        }
        flow.functions().declare(statements);
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Stmt.Local local) {
                local(local, declared.get(i));
            } else {
                visit(statements.get(i));
            }
        }
        flow.functions().end(statements);
    }

    /** Its names are known in all of the block. */
    private List<Names.Variable> declare(Stmt.Local local) {
        boolean isTuple = local.type() instanceof TypeSyntax.Tuple
                || (local.type() instanceof TypeSyntax.Named named
                        && named.parts().get(named.parts().size() - 1).name().equals("ValueTuple"));
        return local.declarators().stream()
                .map(declarator -> flow.declare(declarator.name(), !isTuple, declarator.span()))
                .toList();
    }

    private void local(Stmt.Local local, List<Names.Variable> variables) {
        for (int i = 0; i < variables.size(); i++) {
            Expr value = local.declarators().get(i).value();
            if (value != null) {
                flow.expressions().visit(value);
                flow.now().add(variables.get(i).index());
            }
        }
    }

    /** A statement in the place of a block. */
    void embedded(Stmt statement) {
        block(statement instanceof Stmt.Block block ? block.statements() : List.of(statement));
    }

    void visit(Stmt statement) {
        if (statement instanceof Stmt.Block block) {
            block(block.statements());
        } else if (statement instanceof Stmt.Local local) {
            local(local, declare(local));
        } else if (statement instanceof Stmt.Expression expression) {
            flow.expressions().visit(expression.expression());
        } else if (statement instanceof Stmt.If branch) {
            branch(branch);
        } else if (statement instanceof Stmt.Return returned) {
            leave(returned.value(), function);
        } else if (statement instanceof Stmt.Throw thrown) {
            leave(thrown.exception(), null);
        } else if (statement instanceof Stmt.Checked checked) {
            block(checked.body().statements());
        } else if (!loops.visit(statement)) {
            guards.visit(statement);
        }
    }

    private void leave(@Nullable Expr value, @Nullable Object target) {
        if (value != null) {
            flow.expressions().visit(value);
        }
        if (target != null) {
            flow.jumps().jump(target, flow.now());
        }
        flow.go(Assigned.nowhere());
    }

    private void branch(Stmt.If branch) {
        Split condition = flow.expressions().conditions().split(branch.condition());
        flow.go(condition.whenTrue());
        embedded(branch.then());
        Assigned then = flow.now();
        flow.go(condition.whenFalse());
        if (branch.otherwise() != null) {
            embedded(branch.otherwise());
        }
        flow.go(Assigned.meet(then, flow.now()));
    }
}
