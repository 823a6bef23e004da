package dev.apim.core.document;

import static dev.apim.core.document.Reading.ALONE;
import static dev.apim.core.document.Reading.attribute;
import static dev.apim.core.document.Reading.only;
import static dev.apim.core.document.Reading.refused;
import static dev.apim.core.document.Reading.root;
import static dev.apim.core.document.Reading.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentReaderTest {
    @Test
    void elementsAndAttributesKeepOrderAndPlace() {
        PolicyElement root =
                root("<policies>\n  <inbound>\n    <base />\n    <x b='1' a=\"2\"/>\n  </inbound>\n</policies>");
        PolicyElement inbound = root.child("inbound").orElseThrow();
        assertThat(inbound.children()).extracting(PolicyElement::name).containsExactly("base", "x");
        PolicyElement x = inbound.children().get(1);
        assertThat(x.position()).isEqualTo(new Position("p.xml", 4, 5));
        assertThat(x.attributes()).extracting(PolicyElement.Attribute::name).containsExactly("b", "a");
        assertThat(x.attributes().get(1).position()).isEqualTo(new Position("p.xml", 4, 14));
        assertThat(x.attributes().get(1).value().position()).isEqualTo(new Position("p.xml", 4, 17));
    }

    @Test
    void anExpressionMayHoldRawQuotesAngleBracketsAndAmpersands() {
        Value value = attribute("\"@(a[\"k\"] < 3 && b > \"<x y='z'/>\".Length)\" ");
        assertThat(value.language()).isEqualTo(Value.Language.CSHARP);
        assertThat(value.text()).isEqualTo("@(a[\"k\"] < 3 && b > \"<x y='z'/>\".Length)");
    }

    @Test
    void anExpressionInEntitiesReadsAsTheSameExpression() {
        String expected = "@(a[\"k\"] < 3 && b == ')')";
        String escaped = "\"@(a[&quot;k&quot;] &lt; 3 &amp;&amp; b == &apos;)&apos;)\"";
        assertThat(attribute(escaped).text()).isEqualTo(expected);
        assertThat(attribute(escaped, ALONE.format(DocumentFormat.XML)).text()).isEqualTo(expected);
        assertThat(attribute("\"@(a[\"k\"] &lt; 3 && b == ')')\"").text()).isEqualTo(expected);
        assertThat(attribute("'@(a[&#34;k&#x22;] < 3 && b == &#39;)&#39;)'").text())
                .isEqualTo(expected);
    }

    @Test
    void anEntityQuoteOpensAString() {
        assertThat(attribute("\"@(a == &quot;)&quot;)\"").text()).isEqualTo("@(a == \")\")");
    }

    @Test
    void lineEndsInExpressionsStaySoThatALineCommentEnds() {
        Value value = attribute("\"@{ // it's\r\n  return 1;\n}\"");
        assertThat(value.text()).isEqualTo("@{ // it's\n  return 1;\n}");
        assertThat(value.at(value.text().indexOf("return"))).isEqualTo(new Position("p.xml", 2, 3));
    }

    @Test
    void spaceAroundAnExpressionIsNotPartOfIt() {
        assertThat(attribute("\"  @(1)\n \"").text()).isEqualTo("@(1)");
        assertThat(only("<x>\n  @{ return \"<a>\"; }\n</x>").text().text()).isEqualTo("@{ return \"<a>\"; }");
    }

    @Test
    void textIsDecodedAndTrimmedAndItsCharactersKnowTheirPlaces() {
        PolicyElement x = only("<x>\n a &lt;&#x20AC;&amp; <!-- c -- d -->b<![CDATA[ <&lt;> ]]>\n</x>");
        assertThat(x.text().text()).isEqualTo("a <€& b <&lt;>");
        assertThat(x.text().at(3)).isEqualTo(new Position("p.xml", 2, 8));
        assertThat(x.text().at(6)).isEqualTo(new Position("p.xml", 2, 37));
    }

    @Test
    void anExpressionMayStandInCData() {
        Value text = only("<x> <![CDATA[@(a < \"]\".Length && b)]]> </x>").text();
        assertThat(text.language()).isEqualTo(Value.Language.CSHARP);
        assertThat(text.text()).isEqualTo("@(a < \"]\".Length && b)");
    }

    @Test
    void contentIsEverythingBetweenTheTagsAsWritten() {
        PolicyElement x = only("<x>\r\n <a b='&lt;'/> <!-- c --> </x >");
        assertThat(x.content().text()).isEqualTo("\r\n <a b='&lt;'/> <!-- c --> ");
        assertThat(x.text().text()).isEmpty();
        assertThat(only("<x>@(1)</x>").content().language()).isEqualTo(Value.Language.LITERAL);
    }

    @Test
    void declarationMarkAndCommentsMayStandBeforeTheRoot() {
        PolicyElement root =
                root("\uFEFF<?xml version=\"1.0\"?>\r\n<!-- a -- <b> & -->\r\n<policies/>\r\n<!-- end -->\r\n");
        assertThat(root.position()).isEqualTo(new Position("p.xml", 3, 1));
        assertThat(root("\uFEFF<policies/>").position()).isEqualTo(new Position("p.xml", 1, 1));
    }

    @Test
    void bothQuotesDelimitAttributes() {
        assertThat(attribute("'say \"hi\"'").text()).isEqualTo("say \"hi\"");
        assertThat(attribute("\"it's\"").text()).isEqualTo("it's");
        assertThat(attribute("'@(\"a'b\" + 'c')'").text()).isEqualTo("@(\"a'b\" + 'c')");
        assertThat(attribute("\"  kept  \"").text()).isEqualTo("  kept  ");
        assertThat(attribute("\"\"").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": [1, 2]}", "a & b &c; < d", "1 < 2", "plain", "{% if a < b %}x{% endif %}", "@ (no)"})
    void bodiesThatAreTextNeedNoEscapes(String body) {
        assertThat(only("<set-body>\n" + body + "\n</set-body>").text().text()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<s:Envelope xmlns:s='u'><s:Body>&amp;</s:Body></s:Envelope>",
                "<html><br>a & b<p></html>",
                "<a><set-body>1</set-body><set-body/></a>",
                "<!-- </set-body> --><a/>",
                "<a/><![CDATA[</set-body>]]>",
                "</odd><a b=c>",
                "{% if x %}<a>{{ x | Upcase }}</a>{% endif %}",
                "<?xml version=\"1.0\"?><a/>"
            })
    void bodiesWithTagsAreContentAsWritten(String body) {
        for (String tag : List.of("<set-body>", "<set-body template=\"liquid\">")) {
            PolicyElement element = only(tag + body + "</set-body>");
            assertThat(element.content().text()).isEqualTo(body);
            assertThat(element.text().text()).isEmpty();
            assertThat(element.children()).isEmpty();
        }
    }

    @Test
    void aBodyMayBeWrappedInOneValue() {
        PolicyElement body = only("<set-body template='liquid'> <!-- c --> <value><a>&amp;<br></a></value></set-body>");
        assertThat(body.child("value").orElseThrow().content().text()).isEqualTo("<a>&amp;<br></a>");
        assertThat(only("<set-body><value>@(1 < 2)</value></set-body>")
                        .children()
                        .get(0)
                        .text()
                        .isExpression())
                .isTrue();
    }

    @Test
    void aLiquidTemplateIsNoExpression() {
        assertThat(only("<set-body template=\"Liquid\">@(1)</set-body>").text().isExpression())
                .isFalse();
        assertThat(only("<set-body template=\"none\">@(1)</set-body>").text().isExpression())
                .isTrue();
    }

    @Test
    void otherVocabulariesKeepPrefixesAndMixedText() {
        PolicyElement sheet = only("<xsl-transform><xsl:stylesheet version='1.0'><xsl:template match='/'>"
                        + "a<b>c<xsl:value-of select='.'/></b></xsl:template></xsl:stylesheet></xsl-transform>")
                .children()
                .get(0);
        assertThat(sheet.name()).isEqualTo("xsl:stylesheet");
        assertThat(sheet.children("xsl:template")).hasSize(1);
    }

    @Test
    void textAmongElementsIsWarnedOf() {
        List<Issue> issues = new ArrayList<>();
        assertThat(PolicyDocumentReader.read("p", "<policies>\n <a/> stray\n</policies>", ALONE, issues::add))
                .isPresent();
        assertThat(Reading.lines(issues.stream()))
                .containsExactly("2:7 found text among the elements of <policies>; it has no effect, remove it");
    }

    @Test
    void elIsReadOnlyWhereTheRootSaysSo() {
        assertThat(attribute("\"${a.b}\"").language()).isEqualTo(Value.Language.LITERAL);
        PolicyElement root = root(
                "<policies expressions=\"el\"><x a=\"${m[\"}\"] + '}' < 3}\" b=\"@(1)\">#{ {1:2} }</x></policies>");
        PolicyElement x = root.children().get(0);
        assertThat(x.attribute("a").orElseThrow().text()).isEqualTo("${m[\"}\"] + '}' < 3}");
        assertThat(x.attribute("a").orElseThrow().language()).isEqualTo(Value.Language.EL);
        assertThat(x.attribute("b").orElseThrow().language()).isEqualTo(Value.Language.CSHARP);
        assertThat(x.text().text()).isEqualTo("#{ {1:2} }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                   | 1:1 the document is empty
                    <!-- only -->                        | 1:1 the document is empty
                    text                                 | 1:1 found 't' before the root
                    <policies/>x                         | 1:12 found 'x' after the root element, <policies>
                    <policies/><policies/>               | 1:12 found a second element after the root
                    <policies>                           | 1:1 <policies> is never closed
                    <a><b></a>                           | 1:7 found </a>; expected </b> for <b> opened at 1:4
                    <a></b></a>                          | 1:4 found </b>, which closes nothing; expected </a> for <a> opened at 1:1
                    <a/></a>                             | 1:5 found </a>, which closes nothing; remove it
                    <a b='1' b='2'/>                     | 1:10 found attribute b of <a> twice, first at 1:4
                    <a b='1'c='2'/>                      | 1:9 found an attribute right behind another
                    <a b="x@(c("y"))"/>                  | 1:12 the value ends at this quotation mark
                    <a b=1/>                             | 1:6 found '1' as the value of attribute b
                    <a b/>                               | 1:4 found '/' after attribute b; expected =
                    <a b='1>                             | 1:6 the value of attribute b that begins here is not closed
                    <a b='<'/>                           | 1:7 found '<' in an attribute's value
                    <a b='x & y'/>                       | 1:9 found '&' that begins no entity
                    <a>&nbsp;</a>                        | 1:4 found '&' that begins no entity
                    <a>&#0;</a>                          | 1:4 found '&' that begins no entity
                    <a>&#xD800;</a>                      | 1:4 found '&' that begins no entity
                    <a>1 < 2</a>                         | 1:6 found '<' that begins no tag
                    <a b='@(1) x'/>                      | 1:12 found text after the expression
                    <a>@(1) x</a>                        | 1:9 found text after the expression
                    <a>@(1)<![CDATA[x]]></a>             | 1:17 found text after the expression
                    <a b='@("x)'/>                       | 1:7 the expression that begins here is not closed
                    <a>@{ if (x) { </a>                  | 1:4 the expression that begins here is not closed
                    <!DOCTYPE a><a/>                     | 1:1 found a DOCTYPE
                    <a><!ENTITY x></a>                   | 1:4 found a declaration
                    <a><!-- </a>                         | 1:4 the comment that begins here is not closed
                    <a><![CDATA[ </a>                    | 1:4 the CDATA section that begins here is not closed
                    <a><?x </a>                          | 1:4 the processing instruction that begins here is not closed
                    <a                                   | 1:1 found the end of the document in the tag <a>
                    <a></a                               | 1:4 found the end of the document in the end tag </a>
                    <a ="1"/>                            | 1:4 found '=' in the tag <a>
                    <p><set-body><b></p>                 | 1:4 <set-body> is never closed
                    """)
    void aMistakeIsReportedWithItsPlaceAndARemedy(String document, String expected) {
        assertThat(refused(document).get(0)).startsWith(expected);
    }

    @Test
    void allMistakesAreReportedTogether() {
        assertThat(refused("<a>\n<b c='1' c='2' d='@(1)x'>\n</e>\n&x;</b><f>1 < 2</f>\n<g></a>"))
                .hasSize(6)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("2:10", "2:23", "3:1", "4:1", "4:13", "5:4");
    }

    @Test
    void anIssueShowsTheLineAndACaret() {
        List<Issue> issues = new ArrayList<>();
        PolicyDocumentReader.read("p.xml", "<a>\n\t<b c='@(1'/>\n</a>", ALONE, issues::add);
        assertThat(issues.get(0).excerpt()).isEqualTo(" <b c='@(1'/>\n       ^");
        assertThat(issues.get(0))
                .hasToString("p.xml:2:8: error: " + issues.get(0).message());
    }

    @Test
    void aStringThatIsNotClosedIsNamedTogetherWithItsExpression() {
        assertThat(refused("<a>\n @{\n return \"x;\n }\n</a>").get(0))
                .isEqualTo(
                        "3:9 the string that begins here is not closed on its line: expected \", in the expression that begins at 2:2");
        assertThat(refused("<a>\n<b c=\"@(f(1)\"/>\n</a>").get(0))
                .isEqualTo(
                        "2:7 the expression that begins here is not closed: expected ')' ahead of the quote at 2:13");
    }

    @Test
    void asXmlAnExpressionEndsWithItsAttribute() {
        ReaderOptions xml = ALONE.format(DocumentFormat.XML);
        assertThat(refused("<a b=\"@(\"x\")\"/>", xml).get(0)).startsWith("1:7 the expression that begins here");
        assertThat(refused("<a b='@(1 < 2)'/>", xml).get(0)).startsWith("1:11 found '<' in an attribute's value");
        assertThat(sound("<a>@(1 &lt; 2)</a>", xml).root().text().text()).isEqualTo("@(1 < 2)");
    }

    @ParameterizedTest
    @CsvSource({"rawxml,RAWXML", "RawXml-Link,RAWXML", "xml,XML", "xml-link,XML"})
    void formatsAreKnownByTheirAzureNames(String name, DocumentFormat expected) {
        assertThat(DocumentFormat.of(name)).contains(expected);
        assertThat(DocumentFormat.of("json")).isEmpty();
    }

    @Test
    void fragmentsThatAreIncludedAreReferences() {
        assertThat(sound(
                                "<policies><include-fragment fragment-id=\" a \"/><include-fragment fragment-id='b'></include-fragment></policies>",
                                ALONE)
                        .references())
                .isEqualTo(new DocumentReferences(java.util.Set.of(), java.util.Set.of("a", "b")));
    }

    @Test
    void characterReferencesMakeARoundTrip() {
        for (int c : new int[] {'\t', '\n', '\r', 'a', '<', '&', '"', '\'', 0xA0, 0x20AC, 0xFFFD, 0x1F600, 0x10FFFF}) {
            String expected = "[" + Character.toString(c) + "]";
            assertThat(attribute("\"[&#" + c + ";]\"").text()).isEqualTo(expected);
            assertThat(only("<x>[&#x" + Integer.toHexString(c) + ";]</x>")
                            .text()
                            .text())
                    .isEqualTo(expected);
        }
    }
}
