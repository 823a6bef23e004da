package dev.apim.policy;

import dev.apim.ApimException;
import org.jspecify.annotations.Nullable;

/** A policy expression gave no value: 500 with reason {@code ExpressionValueEvaluationFailure}. */
public sealed class ExpressionException extends ApimException permits BodyLimitException {
    private static final long serialVersionUID = 1L;

    /** With the message that {@code context.LastError.Message} shows after {@code Expression evaluation failed. }. */
    public ExpressionException(String message) {
        super(message);
    }

    /** The same with the exception that led here. */
    public ExpressionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
