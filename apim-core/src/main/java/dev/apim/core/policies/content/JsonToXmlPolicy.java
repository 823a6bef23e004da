package dev.apim.core.policies.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converts a JSON body to XML (Azure: json-to-xml). */
final class JsonToXmlPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("json-to-xml", "Converts a JSON body to XML.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        AttributeSpec.of("apply", Type.STRING, "Always, or only to what says it is JSON.")
                                .mandatory()
                                .oneOf("always", "content-type-json")
                                .orExpression(),
                        AttributeSpec.of(
                                        "consider-accept-header",
                                        Type.BOOLEAN,
                                        "Whether the caller has to ask for XML in Accept.")
                                .orExpression()
                                .or("true"),
                        AttributeSpec.of("parse-date", Type.BOOLEAN, "Whether dates are written as .NET writes them.")
                                .or("true"),
                        AttributeSpec.of("namespace-separator", Type.STRING, "What stands between a prefix and a name.")
                                .orExpression()
                                .or("_"),
                        AttributeSpec.of(
                                        "namespace-prefix",
                                        Type.STRING,
                                        "What the names of members begin with that declare namespaces.")
                                .orExpression(),
                        AttributeSpec.of(
                                        "attribute-block-name",
                                        Type.STRING,
                                        "The member whose own members are attributes.")
                                .orExpression());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(
                !Boolean.FALSE.equals(context.literal(element, "parse-date", Boolean.class)),
                context.required(element, "namespace-separator", String.class),
                context.expression(element, "namespace-prefix", String.class),
                context.expression(element, "attribute-block-name", String.class),
                Conversion.of(element, context, "json", "xml"));
    }

    private record Step(
            boolean parseDate,
            Expression<String> separator,
            @Nullable Expression<String> prefix,
            @Nullable Expression<String> attributes,
            Conversion conversion)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Content content = conversion.side().of(exchange);
            if (!conversion.applies(exchange, content)) {
                return Outcome.next();
            }
            JsonToXml.Options options = new JsonToXml.Options(
                    parseDate,
                    Objects.requireNonNullElse(separator.evaluate(exchange), ""),
                    prefix == null ? null : prefix.evaluate(exchange),
                    attributes == null ? null : attributes.evaluate(exchange));
            JsonNode json;
            try {
                json = content.readable().json(true);
            } catch (ExpressionException e) {
                return Outcome.fail(conversion.malformed(String.valueOf(e.getMessage())));
            }
            try {
                content.replace(JsonToXml.convert(json, options), "application/xml");
                return Outcome.next();
            } catch (IllegalArgumentException e) {
                return Outcome.fail(
                        conversion.malformed("The body cannot be converted to XML: " + e.getMessage() + "."));
            }
        }

        @Override
        public String toString() {
            return "json-to-xml apply=" + conversion.apply();
        }
    }
}
