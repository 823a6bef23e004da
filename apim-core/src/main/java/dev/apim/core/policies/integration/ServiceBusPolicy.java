package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Sends a message to a queue or topic of Service Bus (Azure: send-service-bus-message). */
final class ServiceBusPolicy implements PolicyType {
    private final AddressPolicy addresses;
    private final Function<PolicyServices, IdentityTokens> identity;

    ServiceBusPolicy(AddressPolicy addresses, Function<PolicyServices, IdentityTokens> identity) {
        this.addresses = addresses;
        this.identity = identity;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("send-service-bus-message", "Sends a message to a queue or topic of Service Bus.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .scopes(Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .attributes(
                        text("queue-name", "The queue; not with topic-name."),
                        text("topic-name", "The topic; not with queue-name."),
                        text("namespace", "Fully qualified name, such as contoso.servicebus.windows.net.")
                                .mandatory(),
                        text("client-id", "The user-assigned identity to send with; else the system's."))
                .children(
                        ElementSpec.of("message-properties", "What the message carries beside its payload.")
                                .children(ElementSpec.of("message-property", "One property.")
                                        .attributes(AttributeSpec.of("name", Type.STRING, "Its name.")
                                                .mandatory())
                                        .content(ElementSpec.Content.EXPRESSION, Type.ANY))
                                .occurs(0, 1),
                        ElementSpec.of("payload", "The message.")
                                .content(ElementSpec.Content.RAW, Type.ANY)
                                .occurs(1, 1));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        boolean queue = element.attribute("queue-name").isPresent();
        if (queue == element.attribute("topic-name").isPresent()) {
            context.error(
                    element.position(),
                    "send-service-bus-message has " + (queue ? "both" : "neither")
                            + " queue-name and topic-name; expected exactly one of them");
        }
        boolean computed = element.attribute("namespace")
                .filter(value -> value.isExpression())
                .isPresent();
        if (computed) {
            addresses.checkComputed(element.position(), context);
        }
        List<ServiceBusMessage.Property> properties = element.child("message-properties").stream()
                .flatMap(all -> all.children("message-property").stream())
                .map(property -> new ServiceBusMessage.Property(
                        Objects.requireNonNullElse(context.literal(property, "name", String.class), ""),
                        context.text(property, Object.class)))
                .toList();
        return new ServiceBusMessage(
                new ServiceBusMessage.Target(
                        context.required(element, "namespace", String.class),
                        Objects.requireNonNullElse(
                                context.expression(element, queue ? "queue-name" : "topic-name", String.class),
                                Expression.constant(String.class, "")),
                        context.expression(element, "client-id", String.class),
                        computed ? addresses.computed() : Outbound.OPERATORS_WORD,
                        context.scope()),
                properties,
                element.child("payload")
                        .map(payload -> BodyEdit.compile(payload, context))
                        .orElse(null),
                identity.apply(context.services()),
                context.services());
    }

    private static AttributeSpec text(String name, String summary) {
        return AttributeSpec.of(name, Type.STRING, summary).orExpression();
    }
}
