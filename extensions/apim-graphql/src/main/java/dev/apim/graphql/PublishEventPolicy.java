package dev.apim.graphql;

import dev.apim.event.Broadcast;
import dev.apim.http.BytesBody;
import dev.apim.model.Api;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tells those who subscribe to fields of the API what a resolver answered (Azure: publish-event). Whoever listens to the topic of a
 * field gets the resolver's response as it stands here.
 */
final class PublishEventPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("publish-event", "Tells subscribers what a resolver answered.")
                .sections(Section.OUTBOUND)
                .children(ElementSpec.of("targets", "Whom.")
                        .occurs(1, 1)
                        .children(ElementSpec.of("graphql-subscription", "Those who subscribe to a field.")
                                .occurs(1, Integer.MAX_VALUE)
                                .attributes(
                                        AttributeSpec.of("id", Type.STRING, "Name of the field of the subscription.")
                                                .mandatory())));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.reads(BodyUse.RESPONSE);
        List<String> fields = element.children("targets").stream()
                .flatMap(targets -> targets.children("graphql-subscription").stream())
                .map(target -> target.attribute("id"))
                .flatMap(Optional::stream)
                .map(Value::text)
                .toList();
        return new PublishEvent(fields, context.services().broadcast());
    }

    private record PublishEvent(List<String> fields, Broadcast broadcast) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Api api = exchange.api();
            BytesBody body = exchange.response().body().buffered();
            if (api == null || exchange.response().status() >= 400) {
                return Outcome.next();
            }
            String event = body == null ? "null" : new String(body.bytes(), StandardCharsets.UTF_8);
            for (String field : fields) {
                broadcast.publish(Topics.of(api, field), event);
            }
            return Outcome.next();
        }

        @Override
        public String toString() {
            return "publish-event " + fields;
        }
    }
}
