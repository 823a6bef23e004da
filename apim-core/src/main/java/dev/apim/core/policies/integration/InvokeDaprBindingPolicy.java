package dev.apim.core.policies.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apim.core.json.Json;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.Dapr;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Invokes an output binding of Dapr (Azure: invoke-dapr-binding; Dapr: {@code /v1.0/bindings}). */
final class InvokeDaprBindingPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("invoke-dapr-binding", "Invokes an output binding through the Dapr sidecar.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .scopes(Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .attributes(
                        AttributeSpec.of("name", Type.STRING, "The binding.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("operation", Type.STRING, "What the binding is to do."),
                        DaprCall.Taking.IGNORE_ERROR,
                        DaprCall.Taking.VARIABLE,
                        DaprCall.Taking.TIMEOUT,
                        DaprCall.Taking.TEMPLATE,
                        DaprCall.Taking.CONTENT_TYPE)
                .children(
                        ElementSpec.of("metadata", "What the binding is told beside the data.")
                                .children(ElementSpec.of("item", "One thing it is told.")
                                        .attributes(AttributeSpec.of("key", Type.STRING, "Its name.")
                                                .mandatory()
                                                .orExpression())
                                        .content(ElementSpec.Content.EXPRESSION, Type.STRING))
                                .occurs(0, 1),
                        ElementSpec.of("data", "The data.")
                                .content(ElementSpec.Content.RAW, Type.ANY)
                                .occurs(0, 1));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        List<Item> items = element.child("metadata").stream()
                .flatMap(metadata -> metadata.children("item").stream())
                .map(item -> new Item(context.required(item, "key", String.class), context.text(item, String.class)))
                .toList();
        Binding binding = new Binding(
                context.required(element, "name", String.class),
                context.literal(element, "operation", String.class),
                items,
                Objects.requireNonNullElse(context.literal(element, "content-type", String.class), ""),
                element.child("data")
                        .map(data -> BodyEdit.compile(templated(data, element), context))
                        .orElse(null));
        return new DaprCall(binding, DaprCall.Taking.of(element, context), context.services());
    }

    /** The data with the attribute that says how its text is rendered. */
    private static PolicyElement templated(PolicyElement data, PolicyElement parent) {
        return new PolicyElement(
                data.name(),
                data.position(),
                parent.attributes().stream()
                        .filter(attribute -> attribute.name().equals("template"))
                        .toList(),
                data.children(),
                data.text(),
                data.content());
    }

    private record Item(Expression<String> key, Expression<String> value) {}

    private record Binding(
            Expression<String> name,
            @Nullable String operation,
            List<Item> metadata,
            String contentType,
            @Nullable BodyEdit data)
            implements DaprCall.Message {
        @Override
        public Url url(Exchange exchange) {
            return Dapr.binding(Objects.requireNonNullElse(name.evaluate(exchange), ""));
        }

        @Override
        public @Nullable PolicyFailure fill(Exchange exchange, Headers headers, MessageBody message) {
            ObjectNode json = Json.mapper().createObjectNode();
            if (data != null) {
                MessageBody rendered = MessageBody.of(Body.empty());
                PolicyFailure failure = data.apply(exchange, headers, rendered);
                if (failure != null) {
                    return failure;
                }
                json.set("data", value(rendered));
            }
            json.set("metadata", Json.mapper().valueToTree(told(exchange)));
            if (operation != null) {
                json.put("operation", operation);
            }
            headers.set("Content-Type", "application/json");
            message.replace(Body.of(Json.write(json)));
            return null;
        }

        private Map<String, String> told(Exchange exchange) {
            Map<String, String> told = new LinkedHashMap<>();
            for (Item item : metadata) {
                told.put(
                        Objects.requireNonNullElse(item.key().evaluate(exchange), ""),
                        Objects.requireNonNullElse(item.value().evaluate(exchange), ""));
            }
            return told;
        }

        /** JSON as such, where the data is said to be JSON and is; any other text as a string. */
        private JsonNode value(MessageBody rendered) {
            BytesBody bytes = rendered.buffered();
            String text = bytes == null ? "" : new String(bytes.bytes(), StandardCharsets.UTF_8);
            if (!contentType.contains("json")) {
                return TextNode.valueOf(text);
            }
            try {
                JsonNode tree = Json.mapper().readTree(text);
                return tree == null || tree.isMissingNode() ? TextNode.valueOf(text) : tree;
            } catch (JsonProcessingException notJson) {
                return TextNode.valueOf(text);
            }
        }

        @Override
        public String toString() {
            return "binding name=" + name;
        }
    }
}
