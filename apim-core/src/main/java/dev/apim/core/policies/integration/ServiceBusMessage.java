package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.json.Json;
import dev.apim.core.policies.message.BackendEntity;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.FieldSyntax;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.core.policies.message.PathText;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message over Service Bus' own HTTP protocol: a POST of the payload, each property a field whose value is JSON. It is sent with the
 * gateway's identity, or with the credentials of a backend entity that bears the namespace's name.
 */
record ServiceBusMessage(
        Target target,
        List<Property> properties,
        @Nullable BodyEdit payload,
        IdentityTokens tokens,
        PolicyServices services)
        implements Policy {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWER_LIMIT = 64 * 1024;
    private static final String RESOURCE = "https://servicebus.azure.net/";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /** Where to, and with which identity. */
    record Target(
            Expression<String> namespace,
            Expression<String> entity,
            @Nullable Expression<String> clientId,
            AddressRule addresses,
            Scope scope) {}

    /** A property of the message. */
    record Property(String name, Expression<Object> value) {}

    @Override
    public Outcome apply(Exchange exchange) {
        String namespace = Objects.requireNonNullElse(target.namespace().evaluate(exchange), "");
        String entity = Objects.requireNonNullElse(target.entity().evaluate(exchange), "");
        if (!HOST.matcher(namespace).matches() || entity.isEmpty()) {
            return Outcome.fail(PolicyFailure.internal(
                    "InvalidAttribute",
                    "send-service-bus-message needs a namespace such as contoso.servicebus.windows.net and the name of a"
                            + " queue or topic; mend the expressions."));
        }
        Url url = Url.parse("https://" + namespace + "/" + PathText.segments(entity) + "/messages");
        Headers headers = new Headers();
        MessageBody body = MessageBody.of(Body.empty());
        PolicyFailure failure = fill(exchange, headers, body);
        if (failure != null) {
            return Outcome.fail(failure);
        }
        Optional<ServiceCall.Entity> credentials = ServiceCall.entity(exchange, target.scope(), namespace);
        if (credentials.isPresent()) {
            Url with = BackendEntity.authorize(credentials.get().backend(), headers, url);
            return send(exchange, with, headers, body);
        }
        String clientId = target.clientId() == null ? null : target.clientId().evaluate(exchange);
        return tokens.token(exchange, RESOURCE, clientId, (e, token, problem) -> {
            if (token == null) {
                return Outcome.fail(PolicyFailure.internal(
                        "ManagedIdentityFailure", "No token for Service Bus could be got; the log has the cause."));
            }
            headers.set("Authorization", "Bearer " + token);
            return send(e, url, headers, body);
        });
    }

    private @Nullable PolicyFailure fill(Exchange exchange, Headers headers, MessageBody body) {
        for (Property property : properties) {
            Object value = property.value().evaluate(exchange);
            String written = Json.write(Json.mapper().valueToTree(plain(value)));
            PolicyFailure problem = FieldSyntax.problem(property.name(), written);
            if (problem != null) {
                return problem;
            }
            headers.set(property.name(), written);
        }
        return payload == null ? null : payload.apply(exchange, headers, body);
    }

    /** Numbers and truth values as such; anything else as its text. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean
                ? value
                : dev.apim.core.expression.DotNetText.of(value);
    }

    private Outcome send(Exchange exchange, Url url, Headers headers, MessageBody body) {
        BackendRequest request = new BackendRequest(
                "POST",
                url,
                headers,
                body.take(),
                PATIENCE,
                Duration.ZERO,
                new ConnectionOptions(true, true, null, target.addresses()));
        return ServiceCall.send(exchange, services, request, ANSWER_LIMIT, ServiceBusMessage::answered);
    }

    private static Outcome answered(
            Exchange exchange, @Nullable ResponseMessage response, @Nullable Throwable failure) {
        if (response == null) {
            return Outcome.fail(
                    BackendFailure.of(failure == null ? new IllegalStateException("no response") : failure));
        }
        return response.status() < 300
                ? Outcome.next()
                : Outcome.fail(PolicyFailure.internal(
                        "ServiceBusError", "Service Bus answered with status " + response.status() + "."));
    }

    @Override
    public String toString() {
        return "send-service-bus-message namespace=" + target.namespace() + " to " + target.entity();
    }
}
