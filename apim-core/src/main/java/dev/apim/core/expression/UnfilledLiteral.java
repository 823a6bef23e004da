package dev.apim.core.expression;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;

/**
 * A literal that is none of the type wanted and holds a brace, as {@code {retry-count}} does: documents that scripts fill in are written
 * so. They load with a warning, and a request that gets there fails.
 *
 * @param type that was wanted
 * @param value as written
 */
public record UnfilledLiteral<T>(Class<T> type, Value value) implements Expression<T> {
    /** What a warning about one ends with. */
    public static final String ADVICE =
            "; it looks like a placeholder that nobody filled in, and a request that gets here fails";

    /** In place of an expression of this type. */
    public static <T> Expression<T> of(Value value, Class<T> type) {
        return new UnfilledLiteral<>(type, value);
    }

    /** Whether a literal that is wrong as it stands may be one. */
    public static boolean mayBe(Value value) {
        return !value.isExpression() && value.text().indexOf('{') >= 0;
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
        throw new ExpressionException("Nobody filled in the placeholder at " + value.position() + ".");
    }

    @Override
    public String toString() {
        return value.text();
    }
}
