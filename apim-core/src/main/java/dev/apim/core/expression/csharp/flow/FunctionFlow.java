package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.Stmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lambdas and local functions. A lambda needs what it reads where it is written. A local function needs it where it is called, and what
 * it assigns is assigned then.
 */
final class FunctionFlow {
    private final Flow flow;
    private final Map<Stmt.LocalFunction, Body> known = new IdentityHashMap<>();

    FunctionFlow(Flow flow) {
        this.flow = flow;
    }

    void lambda(Expr.Lambda lambda) {
        Assigned before = flow.now().copy();
        Names outer = flow.use(flow.names().function());
        lambda.parameters().forEach(parameter -> flow.declareAssigned(parameter.name(), parameter.span()));
        if (lambda.expression() != null) {
            flow.expressions().visit(lambda.expression());
        } else if (lambda.body() != null) {
            flow.statements().function(lambda, lambda.body());
        }
        flow.use(outer);
        flow.go(before);
    }

    /** An expression whose value is computed later: within a query. */
    void later(Expr expr) {
        Assigned before = flow.now().copy();
        flow.expressions().visit(expr);
        flow.go(before);
    }

    void declare(List<Stmt> block) {
        for (Stmt statement : block) {
            if (statement instanceof Stmt.LocalFunction function) {
                flow.names().put(function.name(), new Names.Function(function, flow.names(), flow.body()));
            }
        }
    }

    /** Those of a block that nobody called are walked through as well. */
    void end(List<Stmt> block) {
        for (Stmt statement : block) {
            if (statement instanceof Stmt.LocalFunction function
                    && flow.names().find(function.name()) instanceof Names.Function declared) {
                walked(declared);
            }
        }
    }

    void mention(Names.Function function, Span span) {
        List.copyOf(walked(function).needed()).forEach(variable -> flow.read(variable, span));
    }

    void call(Names.Function function, Span span) {
        mention(function, span);
        flow.go(flow.now().then(walked(function).assigned()));
    }

    private Body walked(Names.Function function) {
        Body body = known.get(function.written());
        if (body == null) {
            body = new Body(function.body());
            known.put(function.written(), body);
            walk(function, body);
        }
        return body;
    }

    private void walk(Names.Function function, Body body) {
        Assigned before = flow.now();
        flow.go(Assigned.none());
        Names names = flow.use(function.names().function());
        Body outer = flow.enter(body);
        for (Expr.Parameter parameter : function.written().parameters()) {
            flow.declareAssigned(parameter.name(), parameter.span());
        }
        flow.statements().function(function.written(), function.written().body());
        body.ends(flow.now());
        flow.enter(outer);
        flow.use(names);
        flow.go(before);
    }
}
