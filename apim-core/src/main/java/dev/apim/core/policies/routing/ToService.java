package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a replica of a Service Fabric service (Azure: the {@code sf-} attributes of set-backend-service).
 *
 * @param condition whether a remembered address is stale, so that the cluster is asked anew
 * @param service name of the service in place of the backend's
 * @param partitionKey tells the partition
 * @param replicaType {@code primary} or {@code secondary}
 * @param listener name of the listener
 * @param names of services, and their addresses
 * @param services the gateway's engines
 */
record ToService(
        @Nullable Expression<Boolean> condition,
        @Nullable Expression<String> service,
        @Nullable Expression<Object> partitionKey,
        @Nullable Expression<String> replicaType,
        @Nullable Expression<String> listener,
        FabricNames names,
        PolicyServices services) {
    private static final AtomicInteger TURN = new AtomicInteger();

    static ToService of(PolicyElement element, FabricNames names, CompileContext context) {
        return new ToService(
                context.expression(element, "sf-resolve-condition", Boolean.class),
                context.expression(element, "sf-service-instance-name", String.class),
                context.expression(element, "sf-partition-key", Object.class),
                context.expression(element, "sf-replica-type", String.class),
                context.expression(element, "sf-listener-name", String.class),
                names,
                context.services());
    }

    Outcome choose(Exchange exchange, Backend backend, Scope scope) {
        String given = text(service, exchange);
        Object key = partitionKey == null ? null : partitionKey.evaluate(exchange);
        boolean anew = condition != null && Boolean.TRUE.equals(condition.evaluate(exchange));
        FabricNames.Question question = new FabricNames.Question(
                backend,
                Destinations.workspace(exchange, scope),
                given == null || given.isEmpty() ? backend.url() : given,
                key == null ? null : key.toString());
        boolean secondary = "secondary".equalsIgnoreCase(Objects.requireNonNullElse(text(replicaType, exchange), ""));
        String wanted = text(listener, exchange);
        return names.resolve(exchange, question, anew, services, (e, address) -> {
            Optional<Url> base = address.url(secondary, wanted, TURN.getAndIncrement());
            if (base.isEmpty()) {
                return Outcome.fail(PolicyFailure.internal(
                        "ServiceFabricResolutionFailure",
                        "Service Fabric service '" + question.service() + "' has no "
                                + (secondary ? "secondary" : "primary or stateless")
                                + " replica that listens with http"
                                + (wanted == null ? "." : " as '" + wanted + "'.")));
            }
            Destinations.choose(e, new Destination(base.get(), backend, scope, false));
            return Outcome.next();
        });
    }

    private static @Nullable String text(@Nullable Expression<String> expression, Exchange exchange) {
        return expression == null ? null : expression.evaluate(exchange);
    }
}
