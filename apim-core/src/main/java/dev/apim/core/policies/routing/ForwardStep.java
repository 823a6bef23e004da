package dev.apim.core.policies.routing;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.Bodies;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.message.ResponseWatch;
import dev.apim.core.policies.message.Timeout;
import dev.apim.http.HttpResponse;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of the backend. It is its own way to go on, so that a forward without redirects allocates no more than the request it
 * sends.
 */
record ForwardStep(
        Timeout timeout,
        @Nullable Timeout continueTimeout,
        Expression<Boolean> followRedirects,
        boolean bufferRequestBody,
        boolean failOnErrorStatus,
        Outgoing outgoing,
        BackendTurn turn)
        implements Policy, Outcome.Resumption<HttpResponse> {
    private static final ExchangeKey<Boolean> STREAMED = ExchangeKey.of("request-body-streamed");

    @Override
    public Outcome apply(Exchange exchange) {
        Duration wait = timeout.evaluate(exchange);
        if (wait == null) {
            return Outcome.fail(timeout.invalid());
        }
        Duration pause = continueTimeout == null ? Duration.ZERO : continueTimeout.evaluate(exchange);
        if (pause == null) {
            return Outcome.fail(continueTimeout == null ? timeout.invalid() : continueTimeout.invalid());
        }
        boolean follow = Boolean.TRUE.equals(followRedirects.evaluate(exchange));
        PolicyFailure obstacle = obstacle(exchange);
        obstacle = obstacle == null ? turn.take(exchange) : obstacle;
        return obstacle == null ? send(exchange, wait, pause, follow) : Outcome.fail(obstacle);
    }

    private Outcome send(Exchange exchange, Duration wait, Duration pause, boolean follow) {
        if (exchange.hasResponse()) {
            Bodies.discard(exchange.response().body());
        }
        MessageBody body = exchange.request().body();
        BackendClient client = outgoing.client(exchange);
        BackendRequest request = outgoing.request(exchange, body.take(), wait, pause);
        if (body.isGone()) {
            exchange.put(STREAMED, true);
        }
        BackendCall call = client.send(request);
        return Outcome.suspend(
                call.response(), follow ? new Redirects(this, client, request, outgoing.computed()) : this, call);
    }

    @Override
    public Outcome resume(Exchange exchange, @Nullable HttpResponse response, @Nullable Throwable failure) {
        if (response == null) {
            PolicyFailure lost = BackendFailure.of(
                    failure == null ? new IllegalStateException("the backend call gave no response") : failure);
            turn.ended(exchange, null, lost);
            return Outcome.fail(lost);
        }
        return accept(exchange, response);
    }

    /** Takes the backend's last word. */
    Outcome accept(Exchange exchange, HttpResponse response) {
        turn.ended(exchange, response, null);
        if (failOnErrorStatus && response.status() >= 400) {
            Bodies.discard(response.body());
            String message = "The backend answered with status " + response.status() + ".";
            return Outcome.fail(PolicyFailure.of(response.status(), "BackendErrorStatusCode", message));
        }
        HopByHop.strip(response.headers());
        exchange.respondWith(ResponseMessage.of(response));
        return ResponseWatch.tell(exchange);
    }

    private @Nullable PolicyFailure obstacle(Exchange exchange) {
        if (!outgoing.knowsWhere(exchange)) {
            return PolicyFailure.internal(
                    "BackendNotFound", "The API has no service URL; set one, or use set-backend-service.");
        }
        if (!exchange.request().body().isGone()) {
            return null;
        }
        return PolicyFailure.internal(
                BackendFailure.BODY_GONE,
                exchange.get(STREAMED) == null
                        ? "The request body was read before and not preserved, so it cannot be forwarded; read it with"
                                + " preserveContent: true, or set it again with set-body."
                        : "The request body was sent with the first attempt and not kept, so it cannot be sent again;"
                                + " set buffer-request-body=\"true\" on forward-request.");
    }

    @Override
    public String toString() {
        return "forward-request " + timeout + " follow-redirects=" + followRedirects + " buffer-request-body="
                + bufferRequestBody + " fail-on-error-status-code=" + failOnErrorStatus;
    }
}
