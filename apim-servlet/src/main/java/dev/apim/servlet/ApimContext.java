package dev.apim.servlet;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows of a request that it let in to the host: who calls, and what.
 *
 * <pre>{@code
 * String caller = ApimContext.of(request).subscription().map(Subscription::displayName).orElse("nobody");
 * }</pre>
 */
public final class ApimContext {
    private static final ApimContext NONE = new ApimContext(null);

    /** It stands still while the host has the request, and has what was matched to its end. */
    private final @Nullable Exchange exchange;

    private ApimContext(@Nullable Exchange exchange) {
        this.exchange = exchange;
    }

    /** Of a request in the host; one that the gateway does not manage has an empty one. */
    public static ApimContext of(ServletRequest request) {
        Exchange known = request.getAttribute(ServletExchange.ATTRIBUTE) instanceof ServletExchange exchange
                ? exchange.known()
                : null;
        return known == null ? NONE : new ApimContext(known);
    }

    /** Whether the gateway let the request in. */
    public boolean isManaged() {
        return exchange != null && exchange.api() != null;
    }

    /** The request's id in logs and traces. */
    public Optional<UUID> requestId() {
        return Optional.ofNullable(exchange).map(Exchange::requestId);
    }

    /** The API. */
    public Optional<Api> api() {
        return Optional.ofNullable(exchange).map(Exchange::api);
    }

    /** The operation. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(exchange).map(Exchange::operation);
    }

    /** The product in whose context the call runs. */
    public Optional<Product> product() {
        return Optional.ofNullable(exchange).map(Exchange::product);
    }

    /** The subscription that the key belongs to. */
    public Optional<Subscription> subscription() {
        return Optional.ofNullable(exchange).map(Exchange::subscription);
    }

    /** The subscription's owner. */
    public Optional<User> user() {
        return Optional.ofNullable(exchange).map(Exchange::user);
    }

    /** What policies have kept for this request, by name; for the host to ask while it has the request. */
    public Map<String, @Nullable Object> variables() {
        return exchange == null ? Map.of() : Collections.unmodifiableMap(exchange.variables());
    }

    @Override
    public String toString() {
        return "ApimContext["
                + api().map(Api::id).orElse("")
                + operation().map(operation -> "/" + operation.id()).orElse("")
                + "]";
    }
}
