package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.policies.message.BackendEntity;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.FieldSyntax;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call whose answer is kept in a variable, or ends the request as its response. */
record InvokeRequest(
        Target target,
        List<Field> fields,
        @Nullable Expression<Object> body,
        @Nullable String variable,
        SendStep.Means means)
        implements Policy, Outcome.Resumption<ResponseMessage> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where to. */
    record Target(
            Expression<String> method,
            @Nullable Expression<String> url,
            @Nullable Expression<String> backendId,
            AddressRule addresses,
            Scope scope) {}

    /** A header. */
    record Field(Expression<String> name, Expression<String> value) {}

    @Override
    public Outcome apply(Exchange exchange) {
        Headers headers = new Headers();
        for (Field field : fields) {
            String name = Objects.requireNonNullElse(field.name().evaluate(exchange), "");
            String value = Objects.requireNonNullElse(field.value().evaluate(exchange), "");
            PolicyFailure problem = FieldSyntax.problem(name, value);
            if (problem != null) {
                return Outcome.fail(problem);
            }
            headers.add(name, value);
        }
        String method = Objects.requireNonNullElse(target.method().evaluate(exchange), "")
                .strip();
        if (!FieldSyntax.isToken(method)) {
            return failure("InvalidMethod", "The attribute method gave no HTTP method; expected one such as POST.");
        }
        String url = target.url() == null
                ? ""
                : Objects.requireNonNullElse(target.url().evaluate(exchange), "")
                        .strip();
        try {
            return target.backendId() == null
                    ? send(exchange, method, Url.parse(url), headers, plain())
                    : toBackend(exchange, method, url, headers);
        } catch (IllegalArgumentException e) {
            return failure("InvalidUri", "invoke-request was given no http or https URL; mend its url.");
        }
    }

    private ConnectionOptions plain() {
        return new ConnectionOptions(true, true, null, target.addresses());
    }

    private Outcome toBackend(Exchange exchange, String method, String path, Headers headers) {
        String id = target.backendId() == null
                ? ""
                : Objects.requireNonNullElse(target.backendId().evaluate(exchange), "");
        Optional<ServiceCall.Entity> entity = ServiceCall.entity(exchange, target.scope(), id);
        if (entity.isEmpty()) {
            return failure(
                    "BackendNotFound", "Backend '" + id + "' does not exist or is a pool; name a single backend.");
        }
        var backend = entity.get().backend();
        String base = backend.url().endsWith("/")
                ? backend.url().substring(0, backend.url().length() - 1)
                : backend.url();
        String behind = path.isEmpty() || path.startsWith("/") || path.startsWith("?") ? path : "/" + path;
        Url url = BackendEntity.authorize(backend, headers, Url.parse(base + behind));
        ConnectionOptions options = BackendEntity.options(backend, entity.get().workspace(), AddressRule.ANY, exchange);
        return send(exchange, method, url, headers, options);
    }

    private Outcome send(Exchange exchange, String method, Url url, Headers headers, ConnectionOptions options) {
        Object content = body == null ? null : body.evaluate(exchange);
        Body bytes = content == null
                ? Body.empty()
                : content instanceof byte[] array ? Body.of(array) : Body.of(DotNetText.of(content));
        BackendRequest request = new BackendRequest(method, url, headers, bytes, PATIENCE, Duration.ZERO, options);
        return ServiceCall.send(exchange, means.services(), request, means.responseLimit(), this);
    }

    @Override
    public Outcome resume(Exchange exchange, @Nullable ResponseMessage response, @Nullable Throwable failure) {
        if (response == null) {
            return Outcome.fail(
                    BackendFailure.of(failure == null ? new IllegalStateException("no response") : failure));
        }
        if (variable != null) {
            exchange.variables().put(variable, response);
            return Outcome.next();
        }
        exchange.respondWith(response);
        return Outcome.respond();
    }

    private static Outcome failure(String reason, String message) {
        return Outcome.fail(PolicyFailure.internal(reason, message));
    }

    @Override
    public String toString() {
        return "invoke-request method=" + target.method();
    }
}
