package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.Timeout;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Dapr sidecar: a POST whose answer a variable may keep. An answer of 400 or more is an error, as is none.
 *
 * @param message what to send
 * @param answer how the answer is taken
 * @param services the gateway's engines
 */
record DaprCall(Message message, Taking answer, PolicyServices services)
        implements Policy, Outcome.Resumption<ResponseMessage> {

    /** What is sent. */
    interface Message {
        /** Where to. */
        Url url(Exchange exchange);

        /**
         * Fills in fields and body.
         *
         * @return why that cannot be done, or {@code null}
         */
        @Nullable
        PolicyFailure fill(Exchange exchange, Headers headers, MessageBody body);
    }

    /** How the answer is taken. */
    record Taking(boolean ignoreError, @Nullable String variable, Timeout timeout) {
        static final AttributeSpec IGNORE_ERROR = AttributeSpec.of(
                        "ignore-error", Type.BOOLEAN, "Whether a failed call is passed over.")
                .or("false");
        static final AttributeSpec VARIABLE =
                AttributeSpec.of("response-variable-name", Type.STRING, "Variable for the sidecar's response.");
        static final AttributeSpec TIMEOUT = AttributeSpec.of("timeout", Type.INTEGER, "Seconds to wait for it.")
                .between(1, 240)
                .orExpression()
                .or("5");
        static final AttributeSpec TEMPLATE = AttributeSpec.of("template", Type.STRING, "How the text is rendered.")
                .oneOf("Liquid", "liquid");
        static final AttributeSpec CONTENT_TYPE = AttributeSpec.of(
                        "content-type", Type.STRING, "Media type of the text.")
                .or("application/json");

        static Taking of(PolicyElement element, CompileContext context) {
            return new Taking(
                    Boolean.TRUE.equals(context.literal(element, "ignore-error", Boolean.class)),
                    context.literal(element, "response-variable-name", String.class),
                    Timeout.of(element, "timeout", ChronoUnit.SECONDS, context));
        }
    }

    @Override
    public Outcome apply(Exchange exchange) {
        Duration wait = answer.timeout().evaluate(exchange);
        if (wait == null || wait.toSeconds() > 240) {
            return Outcome.fail(answer.timeout().invalid());
        }
        Headers headers = new Headers();
        MessageBody body = MessageBody.of(Body.empty());
        Url url = message.url(exchange);
        PolicyFailure failure = message.fill(exchange, headers, body);
        if (failure != null) {
            return Outcome.fail(failure);
        }
        return ServiceCall.send(
                exchange,
                services,
                ServiceCall.request("POST", url, headers, body.take(), wait),
                IntegrationPolicies.RESPONSE_LIMIT,
                this);
    }

    @Override
    public Outcome resume(Exchange exchange, @Nullable ResponseMessage response, @Nullable Throwable failure) {
        if (answer.variable() != null) {
            exchange.variables().put(answer.variable(), response);
        }
        if (response != null && response.status() < 400) {
            return Outcome.next();
        }
        PolicyFailure problem = response != null
                ? PolicyFailure.internal("DaprError", "Dapr answered with status " + response.status() + ".")
                : BackendFailure.of(failure == null ? new IllegalStateException("no response") : failure);
        if (!answer.ignoreError()) {
            return Outcome.fail(problem);
        }
        exchange.trace("The call of Dapr failed and is ignored: " + problem.message());
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "Dapr " + message + " " + answer.timeout();
    }
}
