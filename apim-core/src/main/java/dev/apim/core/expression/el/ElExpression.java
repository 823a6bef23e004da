package dev.apim.core.expression.el;

import dev.apim.core.expression.Conversion;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import org.jspecify.annotations.Nullable;

/** An expression that passed the check. */
record ElExpression<T>(Class<T> type, String text, ElNode plan, BodyUse bodyUse, Cost cost) implements Expression<T> {
    @Override
    public @Nullable T evaluate(Exchange exchange) {
        try {
            T result = Conversion.to(plan.value(exchange), type);
            if (result instanceof String written) {
                ElLimits.checkOutput(written.length());
            }
            return result;
        } catch (ExpressionException e) {
            throw e;
        } catch (RuntimeException e) {
            // The cause's message may show a value, so it goes to the log alone.
            throw new ExpressionException("The expression could not be evaluated.", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
