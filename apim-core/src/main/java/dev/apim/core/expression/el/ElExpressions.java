package dev.apim.core.expression.el;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.core.expression.RefusedExpression;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.expressly.parser.Node;

/**
 * Jakarta Expression Language ({@code ${…}}), cut down to what cannot leave {@code context}: the library parses, its tree is checked and
 * turned into a plan of our own, and the library's operators compute. No resolver, no bean, no class and no reflection takes part.
 *
 * <p>Refused, each at its place: lambdas and so the operations on streams, assignment, {@code ;}, literals of lists and maps, functions,
 * static access, and every root, property and method that is not in the table.
 */
public final class ElExpressions implements ExpressionLanguage {
    /** It keeps no state. */
    public ElExpressions() {}

    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        List<Issue> found = new ArrayList<>();
        IssueSink collecting = issue -> {
            found.add(issue);
            issues.report(issue);
        };
        ElSource source = ElSource.read(value, collecting);
        Node tree = source == null ? null : source.parse(collecting);
        if (source == null || tree == null) {
            return RefusedExpression.of(type);
        }
        ElPlanner planner = new ElPlanner(source, collecting);
        ElNode plan = planner.plan(tree).node();
        return found.isEmpty()
                ? new ElExpression<>(type, value.text(), plan, planner.bodyUse(), planner.cost())
                : RefusedExpression.of(type);
    }
}
