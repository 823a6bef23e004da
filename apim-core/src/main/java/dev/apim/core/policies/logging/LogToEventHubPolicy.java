package dev.apim.core.policies.logging;

import dev.apim.core.expression.UnfilledLiteral;
import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Value;
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
        element.attribute("partition-id")
                .filter(id -> Literals.isFinal(id) && !id.text().strip().matches("\\d{1,9}"))
                .ifPresent(id -> context.doubt(
                        id.position(),
                        "partition-id is the number of a partition, such as 0, found '" + id.text()
                                + "'; events for it are lost"));
        element.attribute("logger-id").ifPresent(id -> check(id, context));
        return new LogToEventHub(
                Objects.requireNonNullElse(context.literal(element, "logger-id", String.class), "")
                        .strip(),
                partition,
                context.expression(element, "partition-key", String.class),
                context.text(element, String.class),
                context.scope(),
                context.services());
    }

    private static void check(Value id, CompileContext context) {
        if (!Literals.isFinal(id)) {
            return;
        }
        if (UnfilledLiteral.mayBe(id)) {
            context.doubt(id.position(), "logger '" + id.text() + "' cannot exist" + UnfilledLiteral.ADVICE);
        } else {
            var unused = context.logger(id.position(), id.text().strip());
        }
    }
}
