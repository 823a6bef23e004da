package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.Dapr;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes an event to a topic of a Dapr pub/sub component (Azure: publish-to-dapr; Dapr: {@code /v1.0/publish}). */
final class PublishToDaprPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("publish-to-dapr", "Publishes an event to a topic through the Dapr sidecar.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        AttributeSpec.of("topic", Type.STRING, "The topic, or component/topic.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("pubsub-name", Type.STRING, "The pub/sub component.")
                                .orExpression(),
                        DaprCall.Taking.IGNORE_ERROR,
                        DaprCall.Taking.VARIABLE,
                        DaprCall.Taking.TIMEOUT,
                        DaprCall.Taking.TEMPLATE,
                        DaprCall.Taking.CONTENT_TYPE)
                .content(ElementSpec.Content.RAW, Type.ANY);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Event event = new Event(
                context.required(element, "topic", String.class),
                context.expression(element, "pubsub-name", String.class),
                Objects.requireNonNullElse(context.literal(element, "content-type", String.class), ""),
                BodyEdit.compile(element, context));
        return new DaprCall(event, DaprCall.Taking.of(element, context), context.services());
    }

    private record Event(
            Expression<String> topic, @Nullable Expression<String> pubsub, String contentType, BodyEdit body)
            implements DaprCall.Message {
        @Override
        public Url url(Exchange exchange) {
            String name = Objects.requireNonNullElse(topic.evaluate(exchange), "");
            String component = pubsub == null ? null : pubsub.evaluate(exchange);
            if (component != null && !component.isEmpty()) {
                return Dapr.publish(component, name);
            }
            int slash = name.indexOf('/');
            if (slash <= 0 || slash == name.length() - 1) {
                throw new ExpressionException(
                        "The attribute 'topic' of publish-to-dapr names no pub/sub component: write component/topic, or"
                                + " set pubsub-name.");
            }
            return Dapr.publish(name.substring(0, slash), name.substring(slash + 1));
        }

        @Override
        public @Nullable PolicyFailure fill(Exchange exchange, Headers headers, MessageBody message) {
            headers.set("Content-Type", contentType);
            return body.apply(exchange, headers, message);
        }

        @Override
        public String toString() {
            return "publish topic=" + topic;
        }
    }
}
