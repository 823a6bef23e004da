package dev.apim.core.expression.csharp.flow;

import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.ParsedExpression;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through all ways an expression can take, as C# specification §9.4 does: a variable that is read where it may have no value
 * is an error, and so is a name declared twice in a function. Every other rule has been held before. For one expression, by one thread.
 */
public final class Flow {
    private final Map<Expr, Boolean> constants;
    private final SyntaxIssues issues;
    private final Set<Names.Variable> reported = new HashSet<>();
    private final Jumps jumps = new Jumps();
    private final ExpressionFlow expressions = new ExpressionFlow(this);
    private final StatementFlow statements = new StatementFlow(this);
    private final FunctionFlow functions = new FunctionFlow(this);
    private Names names = Names.whole();
    private Body body = new Body(null);
    private Assigned now = Assigned.none();
    private int variables;

    private Flow(Map<Expr, Boolean> constants, SyntaxIssues issues) {
        this.constants = constants;
        this.issues = issues;
    }

    /**
     * Walks through a correct expression.
     *
     * @param constants the conditions whose value is known beforehand, by identity
     */
    public static void check(ParsedExpression parsed, Map<Expr, Boolean> constants, SyntaxIssues issues) {
        Flow flow = new Flow(constants, issues);
        if (parsed.block() != null) {
            flow.statements.visit(parsed.block());
        } else if (parsed.expression() != null) {
            flow.expressions.visit(parsed.expression());
        }
    }

    ExpressionFlow expressions() {
        return expressions;
    }

    StatementFlow statements() {
        return statements;
    }

    FunctionFlow functions() {
        return functions;
    }

    Jumps jumps() {
        return jumps;
    }

    @Nullable
    Boolean constant(Expr expr) {
        return constants.get(expr);
    }

    Assigned now() {
        return now;
    }

    void go(Assigned place) {
        now = place;
    }

    Names names() {
        return names;
    }

    /** Goes on with other names; gives what they were. */
    Names use(Names next) {
        Names before = names;
        names = next;
        return before;
    }

    Body body() {
        return body;
    }

    /** Goes on in another function; gives the one before. */
    Body enter(Body next) {
        Body before = body;
        body = next;
        return before;
    }

    /** A new variable, without a value so far. */
    Names.Variable declare(String name, boolean isWhole, Span span) {
        if (!name.equals("_") && names.taken(name) != null) {
            issues.error(span, "'" + name + "' is declared already, in this block or around it; choose another name");
        }
        Names.Variable variable = new Names.Variable(name, variables++, body, isWhole);
        names.put(name, variable);
        return variable;
    }

    /** A new variable that has its value from the beginning. */
    void declareAssigned(String name, Span span) {
        now.add(declare(name, true, span).index());
    }

    void read(Names.Variable variable, Span span) {
        if (now.has(variable.index())) {
            return;
        }
        if (variable.body() != body) {
            body.needed().add(variable);
        } else if (reported.add(variable)) {
            issues.error(
                    span,
                    "'" + variable.name() + "' may have no value here; assign one on every way that leads here, or "
                            + "where it is declared");
        }
        now.add(variable.index());
    }
}
