package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

class ValidateXmlTest {
    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" xmlns="urn:o"
                elementFormDefault="qualified">%s
              <xs:element name="order"><xs:complexType><xs:sequence>
                <xs:element name="id" type="%s"/></xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";
    private static final String ORDERS = XSD.formatted("", "xs:int");
    private static final String RULE = "<validate-content unspecified-content-type-action=\"prevent\" max-size=\"2000\""
            + " size-exceeded-action=\"prevent\"><content type=\"%s\" validate-as=\"%s\" action=\"prevent\""
            + " schema-id=\"o\"/></validate-content>";

    private static TestGateway gateway(String type, String as, String xsd) {
        TestGateway gateway =
                Orders.gateway("inbound", RULE.formatted(type, as)).put("/schemas/o", schema(xsd));
        return Orders.answering(gateway, 200, "text/plain", "ok");
    }

    private static String schema(String xsd) {
        return "{\"schemaType\":\"xml\",\"value\":" + TestGateway.quoted(xsd) + "}";
    }

    private static String soap(String namespace, String content) {
        return "<s:Envelope xmlns:s=\"" + namespace + "\" xmlns:o=\"urn:o\">" + content + "</s:Envelope>";
    }

    @Test
    void xmlThatFitsPassesAndWhatDoesNotIsToldWithItsPlace() {
        TestGateway gateway = gateway("text/xml", "xml", ORDERS).start();

        assertThat(Orders.send(gateway, "text/xml", "<order xmlns='urn:o'><id>1</id></order>")
                        .status())
                .isEqualTo(200);
        TestCall wrong = Orders.send(gateway, "text/xml", "<order xmlns='urn:o'>\n<id>x</id></order>");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("does not conform to the definition o, which is associated with the content type text/xml.")
                .contains("'x' is not a valid value for 'integer'")
                .contains("Line: 2, Position: 11");
    }

    @Test
    void includedSchemasOfTheServiceTakePart() {
        String including = XSD.formatted("<xs:include schemaLocation=\"/schemas/types\"/>", "short");
        String types = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:o\">"
                + "<xs:simpleType name=\"short\"><xs:restriction base=\"xs:string\"><xs:maxLength value=\"2\"/>"
                + "</xs:restriction></xs:simpleType></xs:schema>";
        TestGateway gateway = gateway("text/xml", "xml", including)
                .put("/schemas/types", schema(types))
                .start();

        assertThat(Orders.send(gateway, "text/xml", "<order xmlns='urn:o'><id>ab</id></order>")
                        .status())
                .isEqualTo(200);
        assertThat(Orders.send(gateway, "text/xml", "<order xmlns='urn:o'><id>abc</id></order>")
                        .status())
                .isEqualTo(400);

        gateway.put("/schemas/types", schema(types.replace("\"2\"", "\"3\""))).update();
        assertThat(Orders.send(gateway, "text/xml", "<order xmlns='urn:o'><id>abc</id></order>")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSchemaThatReachesOutsideIsRefused() {
        String reaching = XSD.formatted("<xs:include schemaLocation=\"file:///etc/passwd\"/>", "xs:int");

        assertThatThrownBy(gateway("text/xml", "xml", reaching)::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("schema 'passwd' does not exist");
    }

    @Test
    void documentsThatTryToReachOutsideAreRefused() {
        TestGateway gateway = gateway("text/xml", "xml", ORDERS).start();

        for (String evil : new String[] {
            "<!DOCTYPE order [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><order xmlns='urn:o'><id>&x;</id></order>",
            "<!DOCTYPE order SYSTEM \"http://127.0.0.1:1/x.dtd\"><order xmlns='urn:o'><id>1</id></order>",
            "<order xmlns='urn:o'><id>1</id>",
            "" + "<a>".repeat(300)
        }) {
            TestCall call = Orders.send(gateway, "text/xml", evil);
            assertThat(call.status()).isEqualTo(400);
            assertThat(call.text()).isEqualTo(Orders.failure(400, Report.INTERNAL));
        }
        String hint = "<order xmlns='urn:o' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:schemaLocation='urn:o http://127.0.0.1:1/x.xsd urn:p file:///etc/passwd'><id>1</id></order>";
        assertThat(Orders.send(gateway, "text/xml", hint).status()).isEqualTo(200);
    }

    @Test
    void theBodyOfAnEnvelopeIsValidated() {
        TestGateway old = gateway("text/xml", "soap", ORDERS).start();
        String soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
        String right = "<s:Header><any/></s:Header><s:Body><o:order><o:id>1</o:id></o:order></s:Body>";
        String wrong = "<s:Body><o:order><o:id>x</o:id></o:order></s:Body>";

        assertThat(Orders.send(old, "text/xml", soap(soap11, right)).status()).isEqualTo(200);
        assertThat(Orders.send(old, "text/xml", soap(soap11, wrong)).text()).contains("'x' is not a valid value");
        assertThat(Orders.send(old, "text/xml", soap(soap11, "<s:Body><s:Fault/></s:Body>"))
                        .status())
                .isEqualTo(200);
        assertThat(Orders.send(old, "text/xml", soap(soap11, "")).text()).contains("The envelope has no Body.");
        assertThat(Orders.send(old, "text/xml", soap(soap11, right + right)).text())
                .contains("second Body");
        assertThat(Orders.send(old, "text/xml", "<order xmlns='urn:o'/>").text())
                .contains("Expected Envelope of " + soap11 + ", found 'order'.");
        assertThat(Orders.send(old, "text/xml", soap(soap11, "<s:Body><o:other/></s:Body>"))
                        .text())
                .contains("o:other");
    }

    @Test
    void theMediaTypeSaysWhichSoapItIs() {
        TestGateway modern = gateway("application/soap+xml", "soap", ORDERS).start();
        String body = "<s:Body><o:order><o:id>1</o:id></o:order></s:Body>";

        assertThat(Orders.send(modern, "application/soap+xml", soap("http://www.w3.org/2003/05/soap-envelope", body))
                        .status())
                .isEqualTo(200);
        assertThat(Orders.send(modern, "application/soap+xml", soap("http://schemas.xmlsoap.org/soap/envelope/", body))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theSchemaOfTheApiIsTakenWithoutAName() {
        String rule = "<validate-content unspecified-content-type-action=\"prevent\" max-size=\"2000\""
                + " size-exceeded-action=\"prevent\"><content validate-as=\"xml\" action=\"prevent\"/></validate-content>";
        TestGateway gateway = Orders.gateway("inbound", rule)
                .put(
                        "/apis/orders/schemas/x",
                        "{\"contentType\":\"application/vnd.ms-azure-apim.xsd+xml\",\"document\":{\"value\":"
                                + TestGateway.quoted("<grammars>" + ORDERS + "</grammars>") + "}}")
                .put(
                        "/apis/orders/operations/put",
                        "{\"displayName\":\"put\",\"method\":\"POST\",\"urlTemplate\":\"/{id}\",\"templateParameters\":"
                                + "[{\"name\":\"id\",\"type\":\"string\",\"required\":true}],\"request\":{\"representations\":"
                                + "[{\"contentType\":\"application/xml\",\"schemaId\":\"x\",\"typeName\":\"order\"}]}}");
        Orders.answering(gateway, 200, "text/plain", "ok").start();

        assertThat(Orders.send(gateway, "application/xml", "<order xmlns='urn:o'><id>1</id></order>")
                        .status())
                .isEqualTo(200);
        assertThat(Orders.send(gateway, "application/xml", "<order xmlns='urn:o'><id>x</id></order>")
                        .status())
                .isEqualTo(400);
    }
}
