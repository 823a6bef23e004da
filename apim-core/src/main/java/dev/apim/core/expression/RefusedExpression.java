package dev.apim.core.expression;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;

/**
 * What an {@link ExpressionLanguage} returns for a value it reported an error for: nothing that could be evaluated.
 *
 * @param type that was wanted
 */
public record RefusedExpression<T>(Class<T> type) implements Expression<T> {
    /** In place of an expression of this type. */
    public static <T> Expression<T> of(Class<T> type) {
        return new RefusedExpression<>(type);
    }

    @Override
    public BodyUse bodyUse() {
        return BodyUse.NONE;
    }

    @Override
    public Cost cost() {
        return Cost.BOUNDED;
    }

    @Override
    public T evaluate(Exchange exchange) {
        throw new ExpressionException("The expression was refused when its document was compiled.");
    }
}
