package dev.apim.core.policies.content;

import dev.apim.core.json.Json;
import dev.apim.core.xml.XmlTree;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import javax.xml.stream.XMLStreamException;

/** Converts an XML body to JSON (Azure: xml-to-json). */
final class XmlToJsonPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("xml-to-json", "Converts an XML body to JSON.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        AttributeSpec.of("kind", Type.STRING, "Names as in XML, or plain ones.")
                                .mandatory()
                                .oneOf("javascript-friendly", "direct")
                                .orExpression(),
                        AttributeSpec.of("apply", Type.STRING, "Always, or only to what says it is XML.")
                                .mandatory()
                                .oneOf("always", "content-type-xml")
                                .orExpression(),
                        AttributeSpec.of(
                                        "consider-accept-header",
                                        Type.BOOLEAN,
                                        "Whether the caller has to ask for JSON in Accept.")
                                .orExpression()
                                .or("true"),
                        AttributeSpec.of(
                                        "always-array-child-elements",
                                        Type.BOOLEAN,
                                        "Whether an element in another is an array even where it is alone.")
                                .orExpression()
                                .or("false"));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(
                context.required(element, "kind", String.class),
                context.required(element, "always-array-child-elements", Boolean.class),
                Conversion.of(element, context, "xml", "json"));
    }

    private record Step(Expression<String> kind, Expression<Boolean> arrays, Conversion conversion) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Content content = conversion.side().of(exchange);
            if (!conversion.applies(exchange, content)) {
                return Outcome.next();
            }
            XmlToJson writer = new XmlToJson(
                    "javascript-friendly".equalsIgnoreCase(kind.evaluate(exchange)),
                    Boolean.TRUE.equals(arrays.evaluate(exchange)));
            try {
                content.replace(Json.write(writer.convert(XmlTree.parse(content.xml()))), "application/json");
                return Outcome.next();
            } catch (XMLStreamException e) {
                return Outcome.fail(
                        conversion.malformed("The body cannot be converted to JSON: it is not XML that is read here"
                                + Place.of(e.getLocation()) + "."));
            }
        }

        @Override
        public String toString() {
            return "xml-to-json kind=" + kind + " apply=" + conversion.apply();
        }
    }
}
