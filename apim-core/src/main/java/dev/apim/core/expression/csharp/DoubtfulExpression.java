package dev.apim.core.expression.csharp;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;

/**
 * What stands in a document that loads but is no C#. It fails when it is reached, whatever it was meant to decide: a guess could let
 * a request pass.
 *
 * @param type that was wanted
 * @param reason why it is none
 */
record DoubtfulExpression<T>(Class<T> type, Value value, String reason) implements Expression<T> {
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
        throw new ExpressionException("The expression is no C#: " + reason + ".");
    }

    @Override
    public String toString() {
        return value.shown();
    }
}
