package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.validation.Definition.BrokenSchemaException;
import dev.apim.validation.Definition.Content;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmlSchemasTest {
    private static final String XS = "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
    private static final String ORDER = "<xs:element name=\"order\"><xs:complexType><xs:sequence>"
            + "<xs:element name=\"line\" type=\"m:Line\"/></xs:sequence></xs:complexType></xs:element>";
    private static final String LINE =
            "<xs:complexType name=\"Line\"><xs:sequence><xs:element name=\"sku\" type=\"xs:string\"/>"
                    + "</xs:sequence></xs:complexType>";

    private static String schema(String attributes, String content) {
        return "<xs:schema " + XS + " " + attributes + ">" + content + "</xs:schema>";
    }

    private static String ofM(String attributes, String content) {
        return schema("targetNamespace=\"urn:m\" xmlns:m=\"urn:m\" " + attributes, content);
    }

    private static String mistakes(String xsd, Map<String, String> others, String body) throws Exception {
        Definition definition =
                new XmlDefinition(XmlSchemas.compile(xsd, name -> Optional.ofNullable(others.get(name))), false);
        return definition
                .check(new Content(body.getBytes(StandardCharsets.UTF_8), "application/xml", ""))
                .toString();
    }

    @Test
    void anIncludedPartKeepsItsOwnRuleAboutNamespaces() throws Exception {
        String whole =
                ofM("elementFormDefault=\"qualified\"", "<xs:include schemaLocation=\"/schemas/part\"/>" + ORDER);
        Map<String, String> part = Map.of("part", ofM("", LINE));

        assertThat(mistakes(whole, part, "<order xmlns='urn:m'><line><sku xmlns=''>a</sku></line></order>"))
                .isEqualTo("[]");
        assertThat(mistakes(whole, part, "<order xmlns='urn:m'><line><sku>a</sku></line></order>"))
                .contains("Invalid content was found starting with element");
    }

    @Test
    void aPartWithoutANamespaceTakesThatOfTheWhole() throws Exception {
        String whole = schema(
                "xmlns=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:m\" xmlns:m=\"urn:m\"",
                "<xs:include schemaLocation=\"part.xsd\"/>" + ORDER);
        Map<String, String> part = Map.of(
                "part",
                schema(
                        "",
                        LINE.replace("xs:string", "Sku")
                                + "<xs:simpleType name=\"Sku\"><xs:restriction base=\"xs:int\"/></xs:simpleType>"));

        assertThat(mistakes(whole, part, "<m:order xmlns:m='urn:m'><line><sku>1</sku></line></m:order>"))
                .isEqualTo("[]");
        assertThat(mistakes(whole, part, "<m:order xmlns:m='urn:m'><line><sku>a</sku></line></m:order>"))
                .contains("'a' is not a valid value for 'integer'");
    }

    @Test
    void whatIsRedefinedHasItsNewMeaning() throws Exception {
        String whole = ofM(
                "",
                "<xs:redefine schemaLocation=\"/schemas/part\"><xs:simpleType name=\"Code\">"
                        + "<xs:restriction base=\"m:Code\"><xs:maxLength value=\"2\"/></xs:restriction></xs:simpleType>"
                        + "</xs:redefine><xs:element name=\"code\" type=\"m:Code\"/>");
        Map<String, String> part = Map.of(
                "part", ofM("", "<xs:simpleType name=\"Code\"><xs:restriction base=\"xs:string\"/></xs:simpleType>"));

        assertThat(mistakes(whole, part, "<code xmlns='urn:m'>ab</code>")).isEqualTo("[]");
        assertThat(mistakes(whole, part, "<code xmlns='urn:m'>abc</code>")).contains("maxLength");
    }

    @Test
    void severalSchemasInOneDocumentKnowEachOther() throws Exception {
        String types = "<types " + XS + " xmlns:m=\"urn:m\" xmlns:n=\"urn:n\">"
                + "<xs:schema targetNamespace=\"urn:m\"><xs:element name=\"a\" type=\"m:T\"/></xs:schema>"
                + "<xs:schema targetNamespace=\"urn:m\"><xs:import namespace=\"urn:n\"/><xs:complexType name=\"T\">"
                + "<xs:sequence><xs:element ref=\"n:b\"/></xs:sequence></xs:complexType></xs:schema>"
                + "<xs:schema targetNamespace=\"urn:n\"><xs:element name=\"b\" type=\"xs:int\"/></xs:schema>"
                + "<xs:schema><xs:element name=\"c\" type=\"xs:int\"/></xs:schema></types>";

        assertThat(mistakes(types, Map.of(), "<a xmlns='urn:m'><b xmlns='urn:n'>1</b></a>"))
                .isEqualTo("[]");
        assertThat(mistakes(types, Map.of(), "<a xmlns='urn:m'><b xmlns='urn:n'>x</b></a>"))
                .contains("'x' is not a valid value");
        assertThat(mistakes(types, Map.of(), "<c>x</c>")).contains("'x' is not a valid value");
    }

    @Test
    void partsThatReferToEachOtherAreOneSchema() throws Exception {
        String whole = ofM("", "<xs:include schemaLocation=\"/schemas/part\"/>" + ORDER);
        String part = ofM("", "<xs:include schemaLocation=\"/schemas/whole\"/>" + LINE);

        assertThat(mistakes(whole, Map.of("part", part, "whole", whole), "<order xmlns='urn:m'/>"))
                .contains("The content of element 'order' is not complete");
    }

    @Test
    void anotherNamespaceIsImportedFromTheServiceAndThatOfXmlIsAtHand() throws Exception {
        String whole = schema(
                "targetNamespace=\"urn:m\" xmlns:n=\"urn:n\"",
                "<xs:import namespace=\"urn:n\" schemaLocation=\"../n.xsd\"/>"
                        + "<xs:import namespace=\"http://www.w3.org/XML/1998/namespace\" schemaLocation=\"http://www.w3.org/2001/xml.xsd\"/>"
                        + "<xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element ref=\"n:b\"/></xs:sequence>"
                        + "<xs:attribute ref=\"xml:lang\"/></xs:complexType></xs:element>");
        Map<String, String> n =
                Map.of("n", schema("targetNamespace=\"urn:n\"", "<xs:element name=\"b\" type=\"xs:int\"/>"));

        assertThat(mistakes(whole, n, "<a xmlns='urn:m' xml:lang='de'><b xmlns='urn:n'>1</b></a>"))
                .isEqualTo("[]");
        assertThat(mistakes(whole, n, "<a xmlns='urn:m' xml:lang='?'><b xmlns='urn:n'>1</b></a>"))
                .contains("'?' is not a valid value");
    }

    @Test
    void whatIsNowhereIsNeverLookedFor() {
        String importing = schema(
                "xmlns:n=\"urn:n\"",
                "<xs:import namespace=\"urn:n\" schemaLocation=\"file:///etc/passwd\"/>"
                        + "<xs:element name=\"a\" type=\"n:T\"/>");
        String including = schema("", "<xs:include schemaLocation=\"http://127.0.0.1:1/part.xsd\"/>");

        assertThatThrownBy(() -> mistakes(importing, Map.of(), "<a/>"))
                .isInstanceOf(BrokenSchemaException.class)
                .hasMessageContaining("Cannot resolve the name 'n:T'");
        assertThatThrownBy(() -> mistakes(including, Map.of(), "<a/>"))
                .isInstanceOf(BrokenSchemaException.class)
                .hasMessage("it includes 'http://127.0.0.1:1/part.xsd', but there is no schema 'part'");
    }
}
