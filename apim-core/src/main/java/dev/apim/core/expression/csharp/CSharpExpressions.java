package dev.apim.core.expression.csharp;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Time;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.core.expression.RefusedExpression;
import dev.apim.core.expression.csharp.check.CSharpChecker;
import dev.apim.core.expression.csharp.check.CSharpChecker.Plan;
import dev.apim.core.expression.csharp.syntax.CSharpParser;
import dev.apim.core.expression.csharp.syntax.ParsedExpression;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * C# policy expressions, {@code @(…)} and {@code @{…}}: read into a tree, checked against the table of types, planned as small
 * evaluators. Nothing outside the table is reachable, and no evaluation goes beyond its budget. Thread-safe.
 *
 * <p>Source: Azure, <i>API Management policy expressions</i>; the language is C# 7, the library .NET 8's.
 */
public final class CSharpExpressions implements ExpressionLanguage {
    private final CSharpChecker checker;
    private final Time time;
    private final Budget budget;
    private final boolean placeholders;
    private final boolean strict;

    private CSharpExpressions(TypeTable table, Time time, Budget budget, boolean placeholders, boolean strict) {
        this.checker = new CSharpChecker(table);
        this.time = time;
        this.budget = budget;
        this.placeholders = placeholders;
        this.strict = strict;
    }

    /** With the whole table; a named value's reference that is still in the text stands for anything. */
    public static CSharpExpressions create(Time time) {
        return new CSharpExpressions(Libraries.table(), time, Budget.DEFAULT, true, false);
    }

    /** Where two braces are C#'s own, for who writes an expression and not a document: strict. */
    public static CSharpExpressions withoutNamedValues(Time time) {
        return new CSharpExpressions(Libraries.table(), time, Budget.DEFAULT, false, true);
    }

    /** What documents have that Azure refuses is an error, where {@code refuses}; else a warning, and such an expression fails. */
    public CSharpExpressions strict(boolean refuses) {
        return new CSharpExpressions(Libraries.table(), time, budget, placeholders, refuses);
    }

    /** With other budgets. */
    public CSharpExpressions with(Budget other) {
        return new CSharpExpressions(Libraries.table(), time, other, placeholders, strict);
    }

    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        Reporting reporting = new Reporting(value, strict, issues);
        ParsedExpression parsed = CSharpParser.parse(value.text(), placeholders, reporting);
        Plan plan = checker.check(parsed, reporting);
        String mistake = reporting.hasErrors ? null : ResultType.mistake(plan.type(), type);
        if (mistake != null) {
            reporting.error(new Span(0, value.text().length()), mistake);
        }
        if (reporting.hasErrors) {
            return RefusedExpression.of(type);
        }
        if (reporting.doubt != null) {
            return new DoubtfulExpression<>(type, value, reporting.doubt);
        }
        return new CSharpExpression<>(type, value, plan, time, budget);
    }

    /**
     * Evaluates once, for people to look at.
     *
     * @return empty where the expression was refused, which was then reported
     * @throws dev.apim.policy.ExpressionException when it fails
     */
    public Optional<ShownValue> show(Value value, Exchange exchange, IssueSink issues) {
        Expression<Object> expression = compile(value, Object.class, issues);
        if (expression instanceof RefusedExpression) {
            return Optional.empty();
        }
        Object result = expression.evaluate(exchange);
        if (result != null) {
            String text = Results.to(result, String.class);
            return Optional.of(
                    new ShownValue(text, Libraries.table().typeOf(result).toString()));
        }
        String type = expression instanceof CSharpExpression<Object> checked
                ? checked.plan().type().toString()
                : "object";
        return Optional.of(new ShownValue(null, type));
    }

    /** Issues at their places in the document. */
    private static final class Reporting implements SyntaxIssues {
        private final Value value;
        private final boolean strict;
        private final IssueSink issues;
        private boolean hasErrors;
        private @Nullable String doubt;

        Reporting(Value value, boolean strict, IssueSink issues) {
            this.value = value;
            this.strict = strict;
            this.issues = issues;
        }

        @Override
        public void error(Span span, String message) {
            hasErrors = true;
            issues.report(Issue.error(value.at(clamp(span.start())), message));
        }

        @Override
        public void warning(Span span, String message) {
            issues.report(Issue.warning(value.at(clamp(span.start())), message));
        }

        @Override
        public void doubt(Span span, String message) {
            if (strict) {
                error(span, message);
                return;
            }
            doubt = doubt == null ? message : doubt;
            warning(span, message + " (Azure refuses this; here the expression fails when it is reached)");
        }

        @Override
        public String shown(Span span, String written) {
            return value.shown(
                    clamp(span.start()), Math.min(span.end(), value.text().length()));
        }

        private int clamp(int offset) {
            return Math.max(0, Math.min(offset, value.text().length() - 1));
        }
    }
}
