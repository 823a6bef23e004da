package dev.apim.graphql.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.graphql.ParameterValue;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyElement.Attribute;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.policy.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element: a literal, an expression, or a template, which the policy {@code set-body} renders ahead of it.
 *
 * @param expression unless it is a template
 * @param template if it is one
 */
record CosmosText(
        @Nullable Expression<Object> expression, @Nullable Statements template) {
    static CosmosText of(PolicyElement element, CompileContext context) {
        boolean liquid = element.attribute("template")
                .map(value -> value.text().equalsIgnoreCase("liquid"))
                .orElse(false);
        if (!liquid) {
            return new CosmosText(context.text(element, Object.class), null);
        }
        Value language = Value.literal("liquid", element.position());
        PolicyElement body = new PolicyElement(
                "set-body",
                element.position(),
                List.of(new Attribute("template", element.position(), language)),
                List.of(),
                element.text(),
                element.content());
        PolicyElement holder = new PolicyElement(
                element.name(), element.position(), List.of(), List.of(body), element.text(), element.content());
        return new CosmosText(null, context.statements(holder, Section.INBOUND));
    }

    static @Nullable CosmosText in(PolicyElement parent, String child, CompileContext context) {
        return parent.child(child).map(element -> of(element, context)).orElse(null);
    }

    /** What it comes to, as JSON; rendered templates are looked up. */
    JsonNode value(Exchange exchange, Map<CosmosText, String> rendered) {
        return ParameterValue.of(expression == null ? rendered.get(this) : expression.evaluate(exchange));
    }

    /** The same as text; empty for null. */
    String text(Exchange exchange, Map<CosmosText, String> rendered) {
        JsonNode value = value(exchange, rendered);
        return value.isNull() ? "" : value.isValueNode() ? value.asText().strip() : value.toString();
    }
}
