package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.Timeout;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyServices;
import java.time.Duration;

/** One call whose fate nobody learns: what stands in the document may fail the request, what the other side does cannot. */
record OneWayStep(Outbound outbound, Timeout timeout, PolicyServices services, OneWayCalls calls)
        implements Policy, Outbound.Send {
    @Override
    public Outcome apply(Exchange exchange) {
        Duration wait = timeout.evaluate(exchange);
        if (wait == null) {
            return Outcome.fail(timeout.invalid());
        }
        return outbound.send(exchange, wait, this);
    }

    @Override
    public Outcome of(Exchange exchange, BackendRequest request) {
        boolean sent = calls.send(Engine.client(exchange, services.backendClient()), request, services.time());
        if (!sent && exchange.tracing()) {
            exchange.trace("send-one-way-request is not sent: too many such calls are under way.");
        }
        return Outcome.next();
    }

    /** Who gives out tokens is on the other side, too: without one there is no call, and the request goes on. */
    @Override
    public Outcome authenticated(Outcome outcome) {
        if (outcome instanceof Outcome.Suspend<?> waiting) {
            return Outcome.suspend(
                    waiting.stage(),
                    (e, result, failure) -> noted(e, authenticated(waiting.resume(e, result, failure))),
                    waiting.cancel());
        }
        return outcome;
    }

    private static Outcome noted(Exchange exchange, Outcome outcome) {
        if (outcome instanceof Outcome.Fail failed) {
            exchange.trace(
                    "send-one-way-request is not sent: " + failed.failure().message());
            return Outcome.next();
        }
        return outcome;
    }

    @Override
    public String toString() {
        return "send-one-way-request " + outbound + " " + timeout;
    }
}
