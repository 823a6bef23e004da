package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Dapr;
import dev.apim.core.policies.message.Destination;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method of a Dapr application, reached through the sidecar (Azure: set-backend-service backend-id="dapr"). The method is the whole path
 * that is called; the operation's own does not follow it.
 */
record ToDapr(
        Expression<String> app,
        Expression<String> method,
        @Nullable Expression<String> namespace) implements Policy {
    static ToDapr of(PolicyElement element, CompileContext context) {
        return new ToDapr(
                context.required(element, "dapr-app-id", String.class),
                context.required(element, "dapr-method", String.class),
                context.expression(element, "dapr-namespace", String.class));
    }

    @Override
    public Outcome apply(Exchange exchange) {
        String name = text(app, exchange);
        String called = text(method, exchange);
        if (name.isEmpty() || called.isEmpty()) {
            return Outcome.fail(PolicyFailure.internal(
                    "InvalidAttribute",
                    "set-backend-service was given no dapr-app-id or no dapr-method; mend the expressions."));
        }
        String space = namespace == null ? "" : text(namespace, exchange);
        Destinations.chooseWhole(exchange, new Destination(Dapr.invoke(name, space, called), null, null, false));
        return Outcome.next();
    }

    private static String text(Expression<String> expression, Exchange exchange) {
        return Objects.requireNonNullElse(expression.evaluate(exchange), "");
    }

    @Override
    public String toString() {
        return "set-backend-service dapr-app-id=" + app + " dapr-method=" + method;
    }
}
