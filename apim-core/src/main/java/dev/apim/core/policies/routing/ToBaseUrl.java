package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another base URL. A backend that a broader scope named stays: only another backend takes its place.
 *
 * @param baseUrl as configured
 * @param ready parsed, where it is a literal
 * @param computed whether it is an expression
 * @param scope of the document it stands in
 */
record ToBaseUrl(Expression<String> baseUrl, @Nullable Url ready, boolean computed, Scope scope) implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        Destination before = exchange.get(Destination.CHOSEN);
        if (before != null && before.namedAt() != null && before.namedAt().compareTo(scope) < 0) {
            if (exchange.tracing()) {
                exchange.trace("base-url is not used: the " + before.namedAt() + " policy set a backend-id");
            }
            return Outcome.next();
        }
        try {
            Url base = ready == null ? Url.parse(Objects.requireNonNullElse(baseUrl.evaluate(exchange), "")) : ready;
            Destinations.choose(exchange, new Destination(base, null, null, computed));
            return Outcome.next();
        } catch (IllegalArgumentException e) {
            return Outcome.fail(PolicyFailure.internal(
                    "InvalidUri", "base-url gave no absolute http or https URL; mend the expression."));
        }
    }

    /** Without a query, which may hold a key. */
    @Override
    public String toString() {
        return "set-backend-service base-url=" + (ready == null ? "expression" : ready);
    }
}
