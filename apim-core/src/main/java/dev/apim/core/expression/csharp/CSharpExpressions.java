package dev.apim.core.expression.csharp;

import dev.apim.IssueSink;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;

/**
 * C# policy expressions, taken but not evaluated: documents that hold them load with one warning for each, and a request that reaches
 * one fails with {@code ExpressionValueEvaluationFailure}.
 */
public final class CSharpExpressions implements ExpressionLanguage {
    /** The warning, the same for every expression. */
    public static final String NOT_EVALUATED =
            "C# expressions are not evaluated by this version; a request that reaches this one fails";

    /** It keeps no state. */
    public CSharpExpressions() {}

    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        issues.warning(value.position(), NOT_EVALUATED);
        return new UnevaluatedExpression<>(type, value);
    }
}
