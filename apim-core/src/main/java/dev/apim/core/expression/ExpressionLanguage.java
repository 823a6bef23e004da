package dev.apim.core.expression;

import dev.apim.IssueSink;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;

/**
 * A language that values in policy documents are written in. Thread-safe.
 *
 * <pre>{@code
 * ExpressionLanguage languages = ExpressionLanguages.of(CSharpExpressions.create(time), new ElExpressions());
 * Expression<String> name = languages.compile(value, String.class, issues);
 * }</pre>
 */
public interface ExpressionLanguage {
    /**
     * Compiles a value. Mistakes in it are reported at their places, all of them; the method never throws for one.
     *
     * @param type what the result is converted to: {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code Double} or
     *     {@code Object}, which takes the result as it is
     * @return after an error, an expression that must not be used and refuses to be evaluated
     */
    <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues);
}
