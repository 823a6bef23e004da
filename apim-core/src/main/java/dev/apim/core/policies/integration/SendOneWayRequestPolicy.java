package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.Timeout;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.time.temporal.ChronoUnit;

/** Calls another service and does not wait for what it says (Azure: send-one-way-request). */
final class SendOneWayRequestPolicy implements PolicyType {
    private final Sending sending;

    /** How many are under way in all documents. */
    private final OneWayCalls calls;

    SendOneWayRequestPolicy(Sending sending, OneWayCalls calls) {
        this.sending = sending;
        this.calls = calls;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("send-one-way-request", "Calls another service and does not wait for its response.")
                .attributes(Sending.mode(), Sending.timeout("Seconds after which the call is given up."))
                .children(Sending.children());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new OneWayStep(
                sending.compile(element, context),
                Timeout.of(element, "timeout", ChronoUnit.SECONDS, context),
                context.services(),
                calls);
    }
}
