package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.Timeout;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Calls another service and keeps its response in a variable (Azure: send-request). */
final class SendRequestPolicy implements PolicyType {
    private final Sending sending;
    private final int responseLimit;

    SendRequestPolicy(Sending sending, int responseLimit) {
        this.sending = sending;
        this.responseLimit = responseLimit;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("send-request", "Calls another service and keeps its response in a variable.")
                .attributes(
                        Sending.mode(),
                        AttributeSpec.of("response-variable-name", Type.STRING, "Variable for the response.")
                                .mandatory(),
                        Sending.timeout("Seconds to wait for the whole response."),
                        AttributeSpec.of(
                                        "ignore-error", Type.BOOLEAN, "Whether a failed call leaves the variable null.")
                                .or("false"))
                .children(Sending.children());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new SendStep(
                sending.compile(element, context),
                Objects.requireNonNullElse(context.literal(element, "response-variable-name", String.class), ""),
                Timeout.of(element, "timeout", ChronoUnit.SECONDS, context),
                Boolean.TRUE.equals(context.literal(element, "ignore-error", Boolean.class)),
                new SendStep.Means(context.services(), responseLimit));
    }
}
