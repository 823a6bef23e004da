package dev.apim.core.policies.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of JSON made of XML and of XML made of JSON, and when they are made. */
class ConversionTest {
    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a>1</a> | {\"a\":\"1\"}",
                "<a/> | {\"a\":null}",
                "<a></a> | {\"a\":\"\"}",
                "<a>  </a> | {\"a\":\"\"}",
                "<a b=\"1\"/> | {\"a\":{\"@b\":\"1\"}}",
                "<a b=\"1\">t</a> | {\"a\":{\"@b\":\"1\",\"#text\":\"t\"}}",
                "<a><b>1</b><b>2</b></a> | {\"a\":{\"b\":[\"1\",\"2\"]}}",
                "<a><b>1</b><c/><b>2</b></a> | {\"a\":{\"b\":[\"1\",\"2\"],\"c\":null}}",
                "<a>x<b/>y</a> | {\"a\":{\"#text\":[\"x\",\"y\"],\"b\":null}}",
                "<a><![CDATA[<x>]]></a> | {\"a\":{\"#cdata-section\":\"<x>\"}}",
                "<!-- c --><a><!-- c -->t<?p i?></a> | {\"a\":\"t\"}",
                "<a>1 &lt; 2 &#65;</a> | {\"a\":\"1 < 2 A\"}",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>1</a> | {\"version\":\"1.0\",\"a\":\"1\"}",
                "<s:E xmlns:s=\"u\" xmlns=\"d\"><s:B s:k=\"v\">1</s:B></s:E> | {\"s$E\":{\"@xmlns$s\":\"u\",\"@xmlns\":\"d\",\"s$B\":{\"@s$k\":\"v\",\"#text\":\"1\"}}}",
                "<first_x0020_name>1</first_x0020_name> | {\"first name\":\"1\"}"
            })
    void directJsonKeepsTheStructure(String xml, String json) {
        assertThat(converted("direct", xml)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<?xml version=\"1.0\"?><a>1</a> | {\"a\":\"1\"}",
                "<s:E xmlns:s=\"u\"><s:B k=\"v\">1</s:B></s:E> | {\"E\":{\"B\":{\"k\":\"v\",\"text\":\"1\"}}}",
                "<a xmlns=\"u\">1</a> | {\"a\":\"1\"}",
                "<a><![CDATA[<x>]]></a> | {\"a\":\"<x>\"}",
                "<a b=\"1\"><b>2</b></a> | {\"a\":{\"b\":[\"1\",\"2\"]}}"
            })
    void friendlyJsonHasPlainNamesAndNoNamespaces(String xml, String json) {
        assertThat(converted("javascript-friendly", xml)).isEqualTo(json);
    }

    @Test
    void elementsInOthersMayAlwaysBeArrays() {
        backend.answers(200, Body.of("<a c='1'><b><d>1</d></b>t</a>"), "Content-Type", "text/xml");
        HttpResponse response =
                bench.outbound("<xml-to-json kind='direct' apply='always' consider-accept-header='false'"
                        + " always-array-child-elements='true'/>");
        assertThat(PolicyBench.text(response.body()))
                .isEqualTo("{\"a\":{\"@c\":\"1\",\"b\":[{\"d\":[\"1\"]}],\"#text\":\"t\"}}");
    }

    private String converted(String kind, String xml) {
        backend.answers(200, Body.of(xml), "Content-Type", "application/xml");
        HttpResponse response = bench.outbound(
                "<xml-to-json kind='" + kind + "' apply='content-type-xml' consider-accept-header='false'/>");
        assertThat(response.headers().get("Content-Type")).isEqualTo("application/json");
        return PolicyBench.text(response.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | <a>1</a>",
                "{\"a\":1,\"b\":2} | <Document><a>1</a><b>2</b></Document>",
                "{} | <Document />",
                "[1,{\"a\":2}] | <Document><Item>1</Item><Item><a>2</a></Item></Document>",
                "7 | <Document>7</Document>",
                "{\"a\":[1,2]} | <Document><a>1</a><a>2</a></Document>",
                "{\"r\":{\"a\":[1,null,{\"b\":[]}],\"c\":{}}} | <r><a>1</a><a xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" /><a><b /></a><c /></r>",
                "{\"a\":true,\"b\":false} | <Document><a>True</a><b>False</b></Document>",
                "{\"a\":1.50,\"b\":12345678901234567890} | <Document><a>1.5</a><b>12345678901234567890</b></Document>",
                "{\"a\":{\"@id\":\"1\",\"#text\":\"t\"}} | <a id=\"1\">t</a>",
                "{\"a\":\"\"} | <a></a>",
                "{\"a\":\"1 < 2 & \\\"x\\\"\"} | <a>1 &lt; 2 &amp; \"x\"</a>",
                "{\"first name\":1} | <first_x0020_name>1</first_x0020_name>",
                "{\"first_name\":1} | <first_name>1</first_name>",
                "{\"1a\":1} | <_x0031_a>1</_x0031_a>"
            })
    void jsonBecomesElements(String json, String xml) {
        assertThat(written("", json)).isEqualTo(xml);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2019-12-10T16:55:33.7410Z, 2019-12-10T16:55:33.741Z",
        "false, 2019-12-10T16:55:33.7410Z, 2019-12-10T16:55:33.7410Z",
        "true, 2019-12-10, 2019-12-10",
        "true, 2019-13-10T16:55:33, 2019-13-10T16:55:33"
    })
    void datesAreWrittenAsDotNetWritesThemUnlessTheyAreCopied(String parse, String given, String written) {
        assertThat(written("parse-date='" + parse + "'", "{\"d\":\"" + given + "\"}"))
                .isEqualTo("<d>" + written + "</d>");
    }

    @Test
    void namespacesAndAttributesCanBeWrittenAsMembers() {
        String json = "{\"soapenv:Envelope\":{\"xmlns:soapenv\":\"urn:e\",\"xmlns\":\"urn:d\",\"soapenv:Body\":"
                + "{\"v1:List\":{\"#attrs\":{\"name\":\"a\\\"b\",\"soapenv:id\":7},\"item\":1}}}}";
        assertThat(written("namespace-separator=':' namespace-prefix='xmlns' attribute-block-name='#attrs'", json))
                .isEqualTo("<soapenv:Envelope xmlns:soapenv=\"urn:e\" xmlns=\"urn:d\"><soapenv:Body>"
                        + "<v1_x003A_List name=\"a&quot;b\" soapenv:id=\"7\"><item>1</item></v1_x003A_List>"
                        + "</soapenv:Body></soapenv:Envelope>");
    }

    private String written(String attributes, String json) {
        backend.answers(200, Body.of(json), "Content-Type", "application/problem+json; charset=utf-8");
        HttpResponse response = bench.outbound(
                "<json-to-xml apply='content-type-json' consider-accept-header='false' " + attributes + "/>");
        assertThat(response.headers().get("Content-Type")).isEqualTo("application/xml");
        return PolicyBench.text(response.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml | true",
                "text/html, application/soap+xml;q=0.5 | true",
                "application/xml;q=0 | false",
                "*/* | false",
                "application/json | false",
                " | false"
            })
    void theCallerIsAskedUnlessToldOtherwise(String accept, boolean converted) {
        if (accept != null) {
            bench.headers.add("Accept", accept);
        }
        backend.answers(200, Body.of("{\"a\":1}"), "Content-Type", "application/json");
        String body =
                PolicyBench.text(bench.outbound("<json-to-xml apply='always'/>").body());
        assertThat(body).isEqualTo(converted ? "<a>1</a>" : "{\"a\":1}");
    }

    @Test
    void whatDoesNotSayItIsTheFormatIsLeftAlone() {
        backend.answers(200, Body.of("<a/>"), "Content-Type", "text/plain");
        HttpResponse response =
                bench.outbound("<xml-to-json kind='direct' apply='content-type-xml' consider-accept-header='false'/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo("<a/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<a>",
                "no xml",
                "<a/><b/>"
            })
    void aRequestThatIsNoXmlOrHasADoctypeIsA400(String body) {
        bench.body = Body.of(body);
        HttpResponse response =
                bench.inbound("<xml-to-json kind='direct' apply='always' consider-accept-header='false'/>");
        assertThat(response.status()).isEqualTo(400);
        assertThat(bench.lastError().reason()).isEqualTo("RequestBodyRefused");
        assertThat(PolicyBench.text(response.body())).doesNotContain("passwd");
        assertThat(backend.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hugeXml")
    void xmlBeyondTheLimitsIsA400(String body) {
        bench.body = Body.of(body);
        assertThat(bench.inbound("<xml-to-json kind='direct' apply='always' consider-accept-header='false'/>")
                        .status())
                .isEqualTo(400);
    }

    static String[] hugeXml() {
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        return new String[] {"<a>".repeat(100_000), attributes + "/>"};
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "no json", "{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}"})
    void aRequestWhoseJsonCannotBeXmlIsA400(String body) {
        bench.body = Body.of(body);
        assertThat(bench.inbound("<json-to-xml apply='always' consider-accept-header='false'/>")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aResponseThatIsNotWhatItSaysIsA502() {
        backend.answers(200, Body.of("oops"), "Content-Type", "application/xml");
        HttpResponse response =
                bench.outbound("<xml-to-json kind='direct' apply='always' consider-accept-header='false'/>");
        assertThat(response.status()).isEqualTo(502);
        assertThat(PolicyBench.text(response.body())).contains("Bad Gateway").doesNotContain("oops");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, ISO-8859-1, application/xml",
        "ISO-8859-1, UTF-8, text/xml; charset=ISO-8859-1",
        "UTF-8, UTF-8, application/xml",
        "UTF-8, UTF-16, application/xml",
        "UTF-16, UTF-16, application/xml"
    })
    void xmlIsReadInTheEncodingThatItsTypeItsMarkOrItsDeclarationTells(String used, String declared, String type) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a>gr\u00FCn</a>";
        backend.answers(200, Body.of(xml.getBytes(Charset.forName(used))), "Content-Type", type);
        HttpResponse response = bench.outbound(
                "<xml-to-json kind='javascript-friendly' apply='always' consider-accept-header='false'/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo("{\"a\":\"gr\u00FCn\"}");
    }
}
