package dev.apim.core.expression.csharp;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;

/** A C# expression that says, when it is reached, that it has no value. What it reads is guessed from its text, on the safe side. */
record UnevaluatedExpression<T>(Class<T> type, Value value) implements Expression<T> {
    @Override
    public BodyUse bodyUse() {
        return value.text().contains("Body") ? BodyUse.BOTH : BodyUse.NONE;
    }

    @Override
    public Cost cost() {
        return value.text().startsWith("@{") ? Cost.UNBOUNDED : Cost.BOUNDED;
    }

    @Override
    public T evaluate(Exchange exchange) {
        throw new ExpressionException(
                "C# expressions are not evaluated by this version; found one at " + value.position() + ".");
    }

    @Override
    public String toString() {
        return value.text();
    }
}
