package dev.apim.core.policies;

import dev.apim.IssueSink;
import dev.apim.core.expression.Conversion;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A language whose expressions are lambdas, by the text that stands for them. */
final class Lambdas implements ExpressionLanguage {
    private final Map<String, Function<Exchange, @Nullable Object>> lambdas = new HashMap<>();

    void put(String written, Function<Exchange, @Nullable Object> meaning) {
        lambdas.put(written, meaning);
    }

    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        Function<Exchange, @Nullable Object> lambda = lambdas.get(value.text());
        if (lambda == null) {
            throw new AssertionError("the test gives no meaning to " + value.text());
        }
        return new Evaluated<>(type, value.text(), lambda);
    }

    private record Evaluated<T>(Class<T> type, String text, Function<Exchange, @Nullable Object> lambda)
            implements Expression<T> {
        @Override
        public BodyUse bodyUse() {
            return BodyUse.NONE;
        }

        @Override
        public Cost cost() {
            return Cost.BOUNDED;
        }

        @Override
        public @Nullable T evaluate(Exchange exchange) {
            return Conversion.to(lambda.apply(exchange), type);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
