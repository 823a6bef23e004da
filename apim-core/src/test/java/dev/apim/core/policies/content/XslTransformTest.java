package dev.apim.core.policies.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Scope;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stylesheets: what they make, what they are given, and what they cannot reach. */
class XslTransformTest {
    private static final String XSL = "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"";

    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    @Test
    void aResponseIsTransformed() {
        backend.answers(200, Body.of("<a><b>1</b><b>2</b></a>"), "Content-Type", "text/xml", "Content-Length", "23");
        HttpResponse response = bench.outbound(sheet(
                "<xsl:output method=\"xml\" omit-xml-declaration=\"yes\"/>",
                "<sum><xsl:value-of select=\"sum(//b)\"/></sum>"));
        assertThat(PolicyBench.text(response.body())).isEqualTo("<sum>3</sum>");
        assertThat(response.headers().get("Content-Type")).isEqualTo("text/xml");
        assertThat(response.headers().contains("Content-Length")).isFalse();
    }

    @Test
    void parametersAreExpressionsOrTexts() {
        bench.let("@(who)", e -> "me & <you>").let("@(n)", e -> 7);
        bench.body = Body.of("<a/>");
        bench.inbound("<xsl-transform><parameter name=\"who\">@(who)</parameter><parameter name=\"n\">@(n)</parameter>"
                + "<parameter name=\"t\">text</parameter><xsl:stylesheet version=\"1.0\" " + XSL + ">"
                + "<xsl:output method=\"text\"/><xsl:param name=\"who\"/><xsl:param name=\"n\"/><xsl:param name=\"t\"/>"
                + "<xsl:template match=\"/\"><xsl:value-of select=\"concat($who, '|', $n + 1, '|', $t)\"/></xsl:template>"
                + "</xsl:stylesheet></xsl-transform>");
        assertThat(FakeBackend.text(backend.request())).isEqualTo("me & <you>|8|text");
    }

    @Test
    void theOutputIsAsTheStylesheetSays() {
        backend.answers(200, Body.of("<a/>"));
        HttpResponse response = bench.outbound(sheet(
                "<xsl:output method=\"xml\" encoding=\"iso-8859-1\" media-type=\"application/x-umlaut\"/>",
                "<a>\u00FC</a>"));
        assertThat(new String(PolicyBench.bytes(response.body()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualToIgnoringCase("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\u00FC</a>");
        assertThat(response.headers().get("Content-Type")).isEqualTo("application/x-umlaut");
    }

    @Test
    void aJsonBodyIsGivenAsXml() {
        bench.body = Body.of("{\"order\":{\"item\":[\"x\",\"y\"]}}");
        bench.headers.add("Content-Type", "application/json");
        bench.inbound(sheet(
                "<xsl:output omit-xml-declaration=\"yes\"/>", "<n><xsl:value-of select=\"count(/order/item)\"/></n>"));
        assertThat(FakeBackend.text(backend.request())).isEqualTo("<n>2</n>");
        assertThat(backend.request().headers().get("Content-Type")).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:value-of select=\"document('file:///etc/hostname')\"/>",
                "<xsl:value-of select=\"document('http://127.0.0.1:9/x')\"/>",
                "<xsl:copy-of select=\"document('')\"/>",
                "<xsl:value-of xmlns:rt=\"http://xml.apache.org/xalan/java/java.lang.Runtime\" select=\"rt:getRuntime()\"/>",
                "<xsl:value-of xmlns:j=\"http://xml.apache.org/xalan/java\" select=\"j:java.lang.System.getProperty('user.dir')\"/>",
                "<xsl:value-of xmlns:x=\"xalan://java.lang.System\" select=\"x:getenv('PATH')\"/>",
                "<xsl:value-of select=\"system-property('user.dir')\"/>"
            })
    void nothingButTheDocumentIsWithinReach(String content) {
        backend.answers(200, Body.of("<a/>"));
        PolicyBench.Tried tried = bench.tried("outbound", sheet("<xsl:output method=\"text\"/>", content));
        String secret = System.getProperty("user.dir");
        assertThat(tried.text())
                .doesNotContain(secret)
                .doesNotContain("java.lang")
                .doesNotContain("template");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:include href=\"http://127.0.0.1:9/x.xsl\"/>",
                "<xsl:import href=\"file:///etc/passwd\"/>",
                "<xsl:template match=\"//\"/>",
                "<xsl:nonsense/>"
            })
    void aStylesheetThatCannotBeCompiledIsReportedAtItsPlace(String top) {
        bench.compile("<policies><inbound>" + sheet(top, "x") + "</inbound></policies>", Scope.API);
        assertThat(bench.issues).anySatisfy(issue -> {
            assertThat(issue.isError()).isTrue();
            assertThat(issue.message()).startsWith("the stylesheet cannot be compiled: ");
            assertThat(issue.position().line()).isEqualTo(1);
        });
    }

    @Test
    void aPolicyWithoutAStylesheetIsReported() {
        bench.compile("<policies><inbound><xsl-transform/></inbound></policies>", Scope.API);
        assertThat(bench.messages()).singleElement().asString().contains("has no stylesheet");
    }

    @Test
    void templatesThatCallEachOtherWithoutEndFailTheRequest() {
        backend.answers(200, Body.of("<a/>"));
        HttpResponse response = bench.outbound(sheet(
                "<xsl:template name=\"t\"><xsl:param name=\"n\"/><xsl:call-template name=\"t\"><xsl:with-param name=\"n\""
                        + " select=\"$n + 1\"/></xsl:call-template></xsl:template>",
                "<xsl:call-template name=\"t\"><xsl:with-param name=\"n\" select=\"0\"/></xsl:call-template>"));
        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().reason()).isEqualTo("XslTransformFailed");
    }

    @Test
    void aStylesheetThatWritesWithoutEndFailsTheRequest() {
        backend.answers(200, Body.of("<a/>"));
        String more =
                "<xsl:call-template name=\"t\"><xsl:with-param name=\"n\" select=\"$n - 1\"/></xsl:call-template>";
        HttpResponse response = bench.outbound(sheet(
                "<xsl:template name=\"t\"><xsl:param name=\"n\"/><xsl:if test=\"$n &gt; 0\">" + more + more
                        + "</xsl:if>0123456789</xsl:template>",
                "<xsl:call-template name=\"t\"><xsl:with-param name=\"n\" select=\"24\"/></xsl:call-template>"));
        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("makes more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a><a/>", "<a", "text"})
    void aRequestThatIsNoXmlIsA400(String body) {
        bench.body = Body.of(body);
        assertThat(bench.inbound(sheet("", "x")).status()).isEqualTo(400);
    }

    @Test
    void aMessageThatEndsTheTransformationFailsTheRequestAndPrintsNothing() {
        backend.answers(200, Body.of("<a/>"));
        HttpResponse response = bench.outbound(sheet("", "<xsl:message terminate=\"yes\">no</xsl:message>"));
        assertThat(response.status()).isEqualTo(500);
    }

    private static String sheet(String top, String content) {
        return "<xsl-transform><xsl:stylesheet version=\"1.0\" " + XSL + ">" + top + "<xsl:template match=\"/\">"
                + content + "</xsl:template></xsl:stylesheet></xsl-transform>";
    }

    @Test
    void theCharsetThatTheTypeNamesIsThatOfTheResult() {
        backend.answers(
                200,
                Body.of("<a>\u00FC</a>".getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type",
                "text/xml; charset=iso-8859-1; x=y");
        HttpResponse response = bench.outbound(sheet(
                "<xsl:output method=\"xml\" omit-xml-declaration=\"yes\"/>", "<b><xsl:value-of select=\"a\"/></b>"));
        assertThat(response.headers().get("Content-Type")).isEqualTo("text/xml; charset=utf-8; x=y");
        assertThat(PolicyBench.text(response.body())).isEqualTo("<b>\u00FC</b>");
    }

    @Test
    void whatIsIndentedIsIndentedAsDotNetDoes() {
        backend.answers(200, Body.of("<a/>"), "Content-Type", "text/xml");
        HttpResponse response = bench.outbound(
                sheet("<xsl:output method=\"xml\" indent=\"yes\" omit-xml-declaration=\"yes\"/>", "<b><c>1</c></b>"));
        assertThat(PolicyBench.text(response.body()).strip()).isEqualTo("<b>\n  <c>1</c>\n</b>");
    }
}
