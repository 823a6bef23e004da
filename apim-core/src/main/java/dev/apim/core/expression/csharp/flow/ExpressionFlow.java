package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** Expressions that give a value. */
final class ExpressionFlow {
    private final Flow flow;
    private final ConditionFlow conditions;
    private final AssignmentFlow assignments;

    ExpressionFlow(Flow flow) {
        this.flow = flow;
        this.conditions = new ConditionFlow(flow, this);
        this.assignments = new AssignmentFlow(flow, this);
    }

    ConditionFlow conditions() {
        return conditions;
    }

    AssignmentFlow assignments() {
        return assignments;
    }

    void visit(List<Expr> all) {
        all.forEach(this::visit);
    }

    void visit(Expr expr) {
        if (expr instanceof Expr.Name name) {
            name(name);
        } else if (expr instanceof Expr.Member member) {
            visit(member.target());
        } else if (expr instanceof Expr.Invocation invocation) {
            invocation(invocation);
        } else if (expr instanceof Expr.Binary binary) {
            binary(binary);
        } else if (expr instanceof Expr.Element element) {
            visit(element.target());
            assignments.arguments(element.arguments());
        } else if (expr instanceof Expr.ConditionalAccess access) {
            visit(access.target());
            flow.functions().later(access.access());
        } else if (expr instanceof Expr.Lambda lambda) {
            flow.functions().lambda(lambda);
        } else if (expr instanceof Expr.Throw thrown) {
            visit(thrown.exception());
            flow.go(Assigned.nowhere());
        } else if (expr instanceof Expr.Query query) {
            query(query);
        } else if (ConditionFlow.branches(expr)) {
            flow.go(conditions.split(expr).either());
        } else {
            assigning(expr);
        }
    }

    private void assigning(Expr expr) {
        if (expr instanceof Expr.Assignment assignment) {
            assignments.assignment(assignment);
        } else if (expr instanceof Expr.Declaration declaration) {
            assignments.declaration(declaration);
        } else if (expr instanceof Expr.Creation creation) {
            assignments.arguments(creation.arguments());
            initializer(creation.initializer());
        } else {
            parts(expr);
        }
    }

    private void parts(Expr expr) {
        if (expr instanceof Expr.Step step) {
            visit(step.operand());
        } else if (expr instanceof Expr.Unary unary) {
            visit(unary.operand());
        } else if (expr instanceof Expr.Cast cast) {
            visit(cast.operand());
        } else if (expr instanceof Expr.As as) {
            visit(as.operand());
        } else if (expr instanceof Expr.Checked checked) {
            visit(checked.operand());
        } else if (expr instanceof Expr.Interpolated text) {
            for (Expr.InterpolatedPart part : text.parts()) {
                if (part instanceof Expr.Hole hole) {
                    visit(hole.value());
                }
            }
        } else if (expr instanceof Expr.Tuple tuple) {
            tuple.elements().forEach(element -> visit(element.value()));
        } else if (expr instanceof Expr.Anonymous anonymous) {
            anonymous.members().forEach(member -> visit(member.value()));
        } else if (expr instanceof Expr.ArrayCreation array) {
            visit(array.sizes());
            if (array.elements() != null) {
                visit(array.elements());
            }
        }
    }

    private void name(Expr.Name name) {
        Names.Named named = flow.names().find(name.name());
        if (named instanceof Names.Variable variable) {
            flow.read(variable, name.span());
        } else if (named instanceof Names.Function function) {
            flow.functions().mention(function, name.span());
        }
    }

    private void invocation(Expr.Invocation invocation) {
        if (invocation.target() instanceof Expr.Name name
                && flow.names().find(name.name()) instanceof Names.Function function) {
            assignments.arguments(invocation.arguments());
            flow.functions().call(function, name.span());
            return;
        }
        visit(invocation.target());
        assignments.arguments(invocation.arguments());
    }

    /** A chain is walked in a loop: generated documents put hundreds of texts together. */
    private void binary(Expr.Binary binary) {
        if (ConditionFlow.branches(binary)) {
            flow.go(conditions.split(binary).either());
            return;
        }
        List<Expr.Binary> chain = new ArrayList<>();
        Expr first = binary;
        while (first instanceof Expr.Binary next && !ConditionFlow.branches(next)) {
            chain.add(0, next);
            first = next.left();
        }
        visit(first);
        for (Expr.Binary next : chain) {
            if (next.operator().equals("??")) {
                Assigned left = flow.now().copy();
                visit(next.right());
                flow.go(Assigned.meet(left, flow.now()));
            } else {
                visit(next.right());
            }
        }
    }

    private void initializer(Expr.@org.jspecify.annotations.Nullable Initializer initializer) {
        if (initializer == null) {
            return;
        }
        initializer.elements().forEach(this::visit);
        for (Expr.MemberInitializer member : initializer.members()) {
            visit(member.index());
            if (member.value() != null) {
                visit(member.value());
            }
            initializer(member.initializer());
        }
    }

    /** All but the first source is computed while the query is enumerated, if ever. */
    private void query(Expr.Query query) {
        Expr.From first = (Expr.From) query.clauses().get(0);
        visit(first.source());
        Names outer = flow.use(flow.names().function());
        Assigned before = flow.now().copy();
        flow.declareAssigned(first.name(), first.span());
        for (Expr.QueryClause clause :
                query.clauses().subList(1, query.clauses().size())) {
            clause(clause);
        }
        flow.use(outer);
        flow.go(before);
    }

    private void clause(Expr.QueryClause clause) {
        FunctionFlow functions = flow.functions();
        if (clause instanceof Expr.From from) {
            functions.later(from.source());
            flow.declareAssigned(from.name(), from.span());
        } else if (clause instanceof Expr.Let let) {
            functions.later(let.value());
            flow.declareAssigned(let.name(), let.span());
        } else if (clause instanceof Expr.Where where) {
            functions.later(where.condition());
        } else if (clause instanceof Expr.Join join) {
            functions.later(join.source());
            functions.later(join.left());
            String inner = java.util.Objects.requireNonNullElse(join.into(), join.name());
            Names own = flow.use(flow.names().function());
            flow.declareAssigned(join.name(), join.span());
            functions.later(join.right());
            flow.use(own);
            flow.declareAssigned(inner, join.span());
        } else if (clause instanceof Expr.OrderBy orderBy) {
            orderBy.orderings().forEach(ordering -> functions.later(ordering.key()));
        } else {
            last(clause);
        }
    }

    private void last(Expr.QueryClause clause) {
        FunctionFlow functions = flow.functions();
        if (clause instanceof Expr.Select select) {
            functions.later(select.value());
        } else if (clause instanceof Expr.GroupBy group) {
            functions.later(group.value());
            functions.later(group.key());
        } else if (clause instanceof Expr.Into into) {
            flow.use(flow.names().function());
            flow.declareAssigned(into.name(), into.span());
        }
    }
}
