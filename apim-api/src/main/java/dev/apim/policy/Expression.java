package dev.apim.policy;

import org.jspecify.annotations.Nullable;

/**
 * A value that is known when a request runs. Immutable and thread-safe.
 *
 * @param <T> what it evaluates to
 */
public interface Expression<T> {
    /** What it evaluates to. */
    Class<T> type();

    /** Which bodies its evaluation reads. */
    BodyUse bodyUse();

    /** Where its evaluation may run. */
    Cost cost();

    /**
     * Evaluates it for one exchange.
     *
     * @return {@code null} where the author's expression gives null
     * @throws ExpressionException when the author's expression throws, or a budget is used up
     */
    @Nullable
    T evaluate(Exchange exchange);

    /** Whether every evaluation gives the same value and needs no exchange. */
    default boolean isConstant() {
        return false;
    }

    /** A value known already. */
    static <T> Expression<T> constant(Class<T> type, T value) {
        return new ConstantExpression<>(type, value);
    }
}
