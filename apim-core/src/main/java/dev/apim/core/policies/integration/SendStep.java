package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.Timeout;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of another service.
 *
 * @param outbound what to send
 * @param variable for the response
 * @param timeout for the whole response
 * @param ignoreError whether a failed call leaves the variable {@code null} and goes on
 * @param means with what
 */
record SendStep(Outbound outbound, String variable, Timeout timeout, boolean ignoreError, Means means)
        implements Policy, Outcome.Resumption<ResponseMessage> {
    /** The gateway's engines and the limit of a response in memory. */
    record Means(PolicyServices services, int responseLimit) {}

    @Override
    public Outcome apply(Exchange exchange) {
        Duration wait = timeout.evaluate(exchange);
        if (wait == null) {
            return Outcome.fail(timeout.invalid());
        }
        return outbound.send(exchange, wait, this::send);
    }

    private Outcome send(Exchange exchange, BackendRequest request) {
        Answer answer = new Answer(exchange, means.responseLimit());
        answer.start(
                Engine.client(exchange, means.services().backendClient()),
                request,
                means.services().time());
        return Outcome.suspend(answer.done(), this, answer);
    }

    @Override
    public Outcome resume(Exchange exchange, @Nullable ResponseMessage response, @Nullable Throwable failure) {
        if (response != null) {
            exchange.variables().put(variable, response);
            return Outcome.next();
        }
        PolicyFailure reason = BackendFailure.of(
                failure == null ? new IllegalStateException("the call gave neither response nor failure") : failure);
        if (!ignoreError) {
            return Outcome.fail(reason);
        }
        exchange.variables().put(variable, null);
        if (exchange.tracing()) {
            exchange.trace("send-request failed and is ignored: " + reason.message());
        }
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "send-request " + outbound + " response-variable-name=" + variable + " " + timeout + " ignore-error="
                + ignoreError;
    }
}
