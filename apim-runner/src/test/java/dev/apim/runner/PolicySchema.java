package dev.apim.runner;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Section;
import java.util.List;

/**
 * The XML schema of policy documents, for editors: what may stand where, in Azure's order. An attribute that may be an expression takes
 * one in either language, and every attribute a reference to a named value. A text with bare {@code <} or {@code "} in an expression is
 * no XML, and no editor will take it; the gateway does.
 */
final class PolicySchema {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Written from the policies' own descriptions; a test holds it to them. -->
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="named-value">
                <xs:restriction base="xs:string"><xs:pattern value="[\\s\\S]*\\{\\{[\\s\\S]*"/></xs:restriction>
              </xs:simpleType>
              <xs:simpleType name="expression">
                <xs:restriction base="xs:string"><xs:pattern value="\\s*(@\\(|@\\{|\\$\\{)[\\s\\S]*"/></xs:restriction>
              </xs:simpleType>
              <xs:simpleType name="flag">
                <xs:restriction base="xs:string"><xs:pattern value="\\s*([Tt]rue|[Ff]alse)\\s*"/></xs:restriction>
              </xs:simpleType>
              <xs:element name="policies">
                <xs:complexType>
                  <xs:all>
            """;
    private static final String FRAGMENT = """
                  </xs:all>
                  <xs:attribute name="expressions" type="xs:string"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="fragment">
                <xs:complexType>
                  <xs:group ref="policies" minOccurs="0" maxOccurs="unbounded"/>
                  <xs:attribute name="expressions" type="xs:string"/>
                </xs:complexType>
              </xs:element>
            """;
    private final StringBuilder text = new StringBuilder(HEAD);

    private PolicySchema() {}

    static String of(List<PolicySpec> specs) {
        PolicySchema schema = new PolicySchema();
        for (Section section : Section.values()) {
            schema.line(
                    4,
                    "<xs:element name=\"" + section + "\" minOccurs=\"0\"><xs:complexType><xs:group ref=\"" + section
                            + "\" minOccurs=\"0\" maxOccurs=\"unbounded\"/></xs:complexType></xs:element>");
        }
        schema.text.append(FRAGMENT);
        for (Section section : Section.values()) {
            schema.group(
                    section.toString(),
                    specs.stream()
                            .filter(spec -> spec.sections().contains(section))
                            .toList());
        }
        schema.group("policies", specs);
        specs.forEach(spec -> schema.element(1, spec.element(), "", true));
        return schema.text.append("</xs:schema>\n").toString();
    }

    private void group(String name, List<PolicySpec> members) {
        line(1, "<xs:group name=\"" + name + "\">");
        line(2, "<xs:choice>");
        members.forEach(spec -> line(3, "<xs:element ref=\"" + spec.name() + "\"/>"));
        line(2, "</xs:choice>");
        line(1, "</xs:group>");
    }

    private void element(int depth, ElementSpec element, String occurs, boolean policy) {
        line(depth, "<xs:element name=\"" + element.name() + "\"" + occurs + ">");
        line(
                depth + 1,
                "<xs:annotation><xs:documentation>" + escaped(element.summary())
                        + "</xs:documentation></xs:annotation>");
        boolean mixed =
                element.content() != ElementSpec.Content.ELEMENTS && element.content() != ElementSpec.Content.POLICIES;
        line(depth + 1, "<xs:complexType" + (mixed ? " mixed=\"true\"" : "") + ">");
        content(depth + 2, element);
        element.attributes().forEach(attribute -> attribute(depth + 2, attribute));
        if (element.attributes().stream()
                .noneMatch(attribute -> attribute.name().equals("id"))) {
            line(depth + 2, "<xs:attribute name=\"id\" type=\"xs:string\"/>");
        }
        line(depth + 1, "</xs:complexType>");
        line(depth, "</xs:element>");
    }

    private void content(int depth, ElementSpec element) {
        switch (element.content()) {
            case RAW ->
                line(
                        depth,
                        "<xs:sequence><xs:any minOccurs=\"0\" maxOccurs=\"unbounded\""
                                + " processContents=\"skip\"/></xs:sequence>");
            case POLICIES -> policies(depth, element);
            default -> children(depth, element);
        }
    }

    private void policies(int depth, ElementSpec element) {
        if (element.children().isEmpty()) {
            line(depth, "<xs:group ref=\"policies\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>");
        } else {
            children(depth, element);
        }
    }

    private void children(int depth, ElementSpec element) {
        if (!element.children().isEmpty()) {
            line(depth, "<xs:sequence>");
            List<ElementSpec> own = element.children().stream()
                    .filter(child -> child.name().indexOf(':') < 0)
                    .toList();
            own.forEach(child -> element(depth + 1, child, occurs(child), false));
            if (own.size() < element.children().size()) {
                // What has a prefix is of a language of its own, such as XSLT.
                line(depth + 1, "<xs:any namespace=\"##other\" minOccurs=\"0\" processContents=\"skip\"/>");
            }
            line(depth, "</xs:sequence>");
        }
    }

    private static String occurs(ElementSpec child) {
        return " minOccurs=\"" + child.min() + "\" maxOccurs=\""
                + (child.max() == Integer.MAX_VALUE ? "unbounded" : child.max()) + "\"";
    }

    private void attribute(int depth, AttributeSpec attribute) {
        line(
                depth,
                "<xs:attribute name=\"" + attribute.name() + "\"" + (attribute.required() ? " use=\"required\"" : "")
                        + ">");
        line(
                depth + 1,
                "<xs:annotation><xs:documentation>" + escaped(attribute.summary())
                        + "</xs:documentation></xs:annotation>");
        line(
                depth + 1,
                "<xs:simpleType><xs:union memberTypes=\"named-value" + (attribute.expression() ? " expression" : "")
                        + type(attribute));
        line(depth, "</xs:attribute>");
    }

    /** The rest of the union: a type by name, or one of its own. */
    private static String type(AttributeSpec attribute) {
        if (!attribute.allowed().isEmpty()) {
            StringBuilder values = new StringBuilder("\"><xs:simpleType><xs:restriction base=\"xs:string\">");
            attribute.allowed().forEach(value -> values.append("<xs:enumeration value=\"" + escaped(value) + "\"/>"));
            return values + "</xs:restriction></xs:simpleType></xs:union></xs:simpleType>";
        }
        return switch (attribute.type()) {
            case BOOLEAN -> " flag\"/></xs:simpleType>";
            case INTEGER, LONG -> number("integer", attribute);
            case DECIMAL -> number("decimal", attribute);
            case STRING, ANY -> " xs:string\"/></xs:simpleType>";
        };
    }

    private static String number(String base, AttributeSpec attribute) {
        StringBuilder type = new StringBuilder("\"><xs:simpleType><xs:restriction base=\"xs:" + base + "\">");
        if (attribute.min() != -Double.MAX_VALUE) {
            type.append("<xs:minInclusive value=\"" + plain(attribute.min()) + "\"/>");
        }
        if (attribute.max() != Double.MAX_VALUE) {
            type.append("<xs:maxInclusive value=\"" + plain(attribute.max()) + "\"/>");
        }
        return type + "</xs:restriction></xs:simpleType></xs:union></xs:simpleType>";
    }

    private static String plain(double number) {
        return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append("\n");
    }
}
