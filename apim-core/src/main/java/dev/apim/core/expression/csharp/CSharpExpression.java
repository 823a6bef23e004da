package dev.apim.core.expression.csharp;

import dev.apim.Time;
import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.check.CSharpChecker.Plan;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.expression.csharp.plan.Frame;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.BodyLimitException;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import org.jspecify.annotations.Nullable;

/** A checked expression. What it computes is converted to what the policy wants. */
record CSharpExpression<T>(Class<T> type, Value value, Plan plan, Time time, Budget budget) implements Expression<T> {
    @Override
    public BodyUse bodyUse() {
        return plan.bodyUse();
    }

    @Override
    public Cost cost() {
        return plan.cost();
    }

    @Override
    public boolean isConstant() {
        return plan.isConstant();
    }

    @Override
    public @Nullable T evaluate(Exchange exchange) {
        Evaluation evaluation = new Evaluation(exchange, time, budget);
        try {
            T result = Results.to(plan.node().eval(new Frame(evaluation, plan.slots())), type);
            // Of what fails nothing is left that could be enumerated later; in a finally it would cost as much as all
            // the rest.
            evaluation.end();
            return result;
        } catch (DotNetException thrown) {
            throw failed(thrown, exchange);
        } catch (BudgetException spent) {
            throw new ExpressionException(String.valueOf(spent.getMessage()), spent);
        } catch (StackOverflowError tooDeep) {
            throw new ExpressionException("The expression nests too deep to be evaluated.", tooDeep);
        } catch (ExpressionException e) {
            throw e;
        } catch (RuntimeException e) {
            // The cause's message may show a value, so it goes to the log alone.
            throw new ExpressionException("The expression could not be evaluated.", e);
        }
    }

    /**
     * Whoever sent a body that is beyond a limit is to blame, not the expression. The exchange knows the bodies: were the evaluation asked,
     * the JVM could not take it apart in all the evaluations that do not fail.
     */
    private static ExpressionException failed(DotNetException thrown, Exchange exchange) {
        MessageBody body = thrown.refused() == null ? null : bodyOf(thrown.refused(), exchange);
        return body == null
                ? new ExpressionException(thrown.message(), thrown)
                : new BodyLimitException(body, JsonReading.BEYOND);
    }

    /** The body that a text is all of, if it is one's. */
    private static @Nullable MessageBody bodyOf(String text, Exchange exchange) {
        if (new ReadableBody(exchange.request().body(), exchange.request().headers()).wasRead(text)) {
            return exchange.request().body();
        }
        ResponseMessage response = exchange.response();
        return new ReadableBody(response.body(), response.headers()).wasRead(text) ? response.body() : null;
    }

    @Override
    public String toString() {
        return value.shown();
    }
}
