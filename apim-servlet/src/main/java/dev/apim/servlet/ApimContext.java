package dev.apim.servlet;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows of a request that it let in to the host: who calls, and what. Immutable.
 *
 * <pre>{@code
 * String caller = ApimContext.of(request).subscription().map(Subscription::displayName).orElse("nobody");
 * }</pre>
 */
public final class ApimContext {
    static final String ATTRIBUTE = "dev.apim.servlet.context";

    private static final ApimContext NONE = new ApimContext(null);

    private final @Nullable UUID requestId;
    private final @Nullable Api api;
    private final @Nullable Operation operation;
    private final @Nullable Product product;
    private final @Nullable Subscription subscription;
    private final @Nullable User user;
    private final Map<String, @Nullable Object> variables;

    private ApimContext(@Nullable Exchange exchange) {
        requestId = exchange == null ? null : exchange.requestId();
        api = exchange == null ? null : exchange.api();
        operation = exchange == null ? null : exchange.operation();
        product = exchange == null ? null : exchange.product();
        subscription = exchange == null ? null : exchange.subscription();
        user = exchange == null ? null : exchange.user();
        variables =
                exchange == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(exchange.variables()));
    }

    /** Of a request in the host; one that the gateway does not manage has an empty one. */
    public static ApimContext of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ApimContext known ? known : NONE;
    }

    static ApimContext of(Exchange exchange) {
        return new ApimContext(exchange);
    }

    /** Whether the gateway let the request in. */
    public boolean isManaged() {
        return api != null;
    }

    /** The request's id in logs and traces. */
    public Optional<UUID> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The API. */
    public Optional<Api> api() {
        return Optional.ofNullable(api);
    }

    /** The operation. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** The product in whose context the call runs. */
    public Optional<Product> product() {
        return Optional.ofNullable(product);
    }

    /** The subscription that the key belongs to. */
    public Optional<Subscription> subscription() {
        return Optional.ofNullable(subscription);
    }

    /** The subscription's owner. */
    public Optional<User> user() {
        return Optional.ofNullable(user);
    }

    /** What policies kept for this request, by name, as it was when the host was called. */
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return "ApimContext[" + (api == null ? "" : api.id()) + (operation == null ? "" : "/" + operation.id()) + "]";
    }
}
