package dev.apim.core.policies.logging;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.util.Objects;

/** Writes an event to a logger (Azure: log-to-eventhub). */
final class LogToEventHubPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("log-to-eventhub", "Writes an event to a logger; a request never fails for it.")
                .attributes(
                        AttributeSpec.of("logger-id", Type.STRING, "Resource name of the logger.")
                                .mandatory(),
                        AttributeSpec.of(
                                "partition-id", Type.STRING, "Number of the partition; not with partition-key."),
                        AttributeSpec.of("partition-key", Type.STRING, "Events with the same key stay in order.")
                                .orExpression())
                .content(ElementSpec.Content.EXPRESSION, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        String partition = context.literal(element, "partition-id", String.class);
        if (partition != null && element.attribute("partition-key").isPresent()) {
            context.error(
                    element.position(),
                    "log-to-eventhub has both partition-id and partition-key; expected at most one of them");
        }
        return new LogToEventHub(
                Objects.requireNonNullElse(context.literal(element, "logger-id", String.class), ""),
                partition,
                context.expression(element, "partition-key", String.class),
                context.text(element, String.class),
                context.scope(),
                context.services());
    }
}
