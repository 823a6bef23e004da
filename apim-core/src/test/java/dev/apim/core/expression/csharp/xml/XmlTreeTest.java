package dev.apim.core.expression.csharp.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.time.StillTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
class XmlTreeTest {
    private final Evaluation evaluation = new Evaluation(null, new StillTime(), Budget.DEFAULT);

    private XElement parse(String text) {
        return XmlParsing.parse(evaluation, text, false).root();
    }

    private XElement element(String name, Object... content) {
        return ElementType.create(evaluation, XName.of(name), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a />",
                "<a></a>",
                "<a b=\"/\"></a>",
                "<a b=\"1\" xmlns=\"u\" c=\"2\" />",
                "<a>\n  <b />\n  <c>text</c>\n</a>",
                "<a>\n  <b />text<c /></a>",
                "<p:a xmlns:p=\"u\">\n  <p:b p:c=\"1\" />\n</p:a>",
                "<a>\n  <!--c-->\n  <?p d?><![CDATA[<e>]]></a>",
                "<a>x &lt; y &amp; \"z\" é 😀</a>",
                "<a xml:lang=\"en\" />"
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(parse(text)).hasToString(text);
    }

    @Test
    void whiteSpaceBetweenTagsIsLaidOutAnew() {
        assertThat(parse("<a>\r\n<b> </b>\r\n\r\n<c/></a>")).hasToString("<a>\n  <b></b>\n  <c />\n</a>");
        String kept = "<a> <b> </b>\n</a>";
        assertThat(XmlParsing.parse(evaluation, kept, true)).hasToString(kept);
    }

    @Test
    void namespacesAreDeclaredWhereTheyAreNeeded() {
        XNamespace space = new XNamespace("urn:x");
        XElement root = new XElement(space.name("a"));
        Content.append(
                evaluation, root, List.of(new XAttribute(XName.of("q"), "1"), element("b"), element("{urn:x}c")));
        assertThat(root).hasToString("<a q=\"1\" xmlns=\"urn:x\">\n  <b xmlns=\"\" />\n  <c />\n</a>");
        XElement nested = element(
                "a",
                element(
                        "b",
                        new XAttribute(space.name("b"), "1"),
                        new XAttribute(new XNamespace("urn:y").name("b"), "1")));
        assertThat(nested)
                .hasToString("<a>\n  <b p2:b=\"1\" p3:b=\"1\" xmlns:p3=\"urn:y\" xmlns:p2=\"urn:x\" />\n</a>");
        assertThat(parse("<p:a xmlns:p='urn:x'><p:b p:c='1'/></p:a>").children().first())
                .hasToString("<p:b p:c=\"1\" xmlns:p=\"urn:x\" />");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x | Data at the root level is invalid. Line 1, position 1.",
                "<a> | Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.",
                "<a><b></a> | The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9.",
                "<a/><b/> | There are multiple root elements. Line 1, position 6.",
                "<p:a/> | 'p' is an undeclared prefix. Line 1, position 2.",
                "<a b='1' b='2'/> | 'b' is a duplicate attribute name. Line 1, position 10.",
                "<a b=1/> | '1' is an unexpected token. The expected token is '\"' or '''. Line 1, position 6.",
                "<a b/> | '/' is an unexpected token. The expected token is '='. Line 1, position 5.",
                "<a>&x;</a> | Reference to undeclared entity 'x'. Line 1, position 5.",
                "<a>&</a> | An error occurred while parsing EntityName. Line 1, position 5.",
                "<1/> | Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2.",
                "<a x='<'/> | '<', hexadecimal value 0x3C, is an invalid attribute character. Line 1, position 7.",
                "<a><!-- -- --></a> | An XML comment cannot contain '--', and '-' cannot be the last character. Line 1,"
                        + " position 9.",
                "<a>]]&#0;</a> | The XML cannot be read."
            })
    void mistakesAreToldInTheWordsOfDotNet(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(DotNetException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aDocumentTypeIsNeverRead() {
        assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .hasMessageStartingWith("For security reasons DTD is prohibited");
    }

    @Test
    void aNodeThatIsElsewhereIsCopied() {
        XElement first = element("a", element("b"));
        XNode child = first.children().first();
        XElement second = element("c", child);
        assertThat(second.children().first()).isNotSameAs(child);
        assertThat(child.links().parent).isSameAs(first);
        Content.append(evaluation, first, first);
        assertThat(first).hasToString("<a>\n  <b />\n  <a>\n    <b />\n  </a>\n</a>");
    }

    @Test
    void textsGrowTogetherAndAreEscaped() {
        XElement element = element("a", "x", "y<", 1, true, 2.5);
        assertThat(element).hasToString("<a>xy&lt;1true2.5</a>");
        assertThat(element.children().first()).isSameAs(element.children().last());
        assertThat(element("a", "")).hasToString("<a></a>");
        assertThat(element("a")).hasToString("<a />");
    }

    @Test
    void aTreeThatGrowsWithoutEndIsStopped() {
        XElement top = element("a");
        assertThatThrownBy(() -> {
                    XElement at = top;
                    for (int i = 0; i < 100_000; i++) {
                        XElement inner = element("a");
                        Content.append(evaluation, at, inner);
                        at = inner;
                    }
                })
                .isInstanceOf(BudgetException.class);
        assertThat(top.toString()).startsWith("<a>");
    }

    @Test
    void treesThatSayTheSameAreDeeplyEqual() {
        assertThat(DeepEquality.equal(parse("<a x='1'><b>t</b></a>"), parse("<a x=\"1\">\n<b>t</b></a>")))
                .isTrue();
        assertThat(DeepEquality.equal(parse("<a/>"), parse("<a></a>"))).isFalse();
        assertThat(DeepEquality.equal(parse("<a x='1' y='2'/>"), parse("<a y='2' x='1'/>")))
                .isFalse();
    }
}
