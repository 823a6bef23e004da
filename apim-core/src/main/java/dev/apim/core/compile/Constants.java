package dev.apim.core.compile;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Values that are known, or unknown, when a document is compiled. */
final class Constants {
    private Constants() {}

    /** The value of an expression that needs no exchange. */
    static <T> @Nullable T of(Expression<T> constant) {
        return constant.evaluate(NO_EXCHANGE);
    }

    /** Stands for a named value that a document looked at alone refers to. */
    static <T> Expression<T> placeholder(Value value, Class<T> type) {
        return new Placeholder<>(type, value.text());
    }

    private static final Exchange NO_EXCHANGE = (Exchange) Proxy.newProxyInstance(
            Exchange.class.getClassLoader(), new Class<?>[] {Exchange.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException("a constant asked for the exchange");
            });

    private record Placeholder<T>(Class<T> type, String text) implements Expression<T> {
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
            throw new ExpressionException("the named values in '" + text + "' are not known");
        }
    }
}
