package dev.apim.core.document;

import static dev.apim.core.document.Reading.ALONE;
import static dev.apim.core.document.Reading.attribute;
import static dev.apim.core.document.Reading.errors;
import static dev.apim.core.document.Reading.only;
import static dev.apim.core.document.Reading.plain;
import static dev.apim.core.document.Reading.refused;
import static dev.apim.core.document.Reading.secret;
import static dev.apim.core.document.Reading.sound;
import static dev.apim.core.document.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedValueSubstitutionTest {
    private static final ReaderOptions VALUES = with(
            plain("host", "example.org"),
            secret("api-key", "s3cr3t\"<&"),
            plain("expr", "@(1 + \")\")"),
            plain("empty", ""));

    @Test
    void aReferenceIsReplacedAnywhereInAValue() {
        assertThat(attribute("'https://{{host}}/a?{{host}}'", VALUES).text())
                .isEqualTo("https://example.org/a?example.org");
        assertThat(only("<x>{{host}}<!-- {{gone}} --></x>", VALUES).text().text())
                .isEqualTo("example.org");
        assertThat(only("<x><![CDATA[{{host}}]]></x>", VALUES).text().text()).isEqualTo("example.org");
        assertThat(attribute("'[{{empty}}{{empty}}]'", VALUES).text()).isEqualTo("[]");
    }

    @Test
    void aReferenceIsReplacedInsideExpressions() {
        ReaderOptions options = with(plain("n", "a)b"), plain("count", "5"));
        assertThat(attribute("\"@(f(\"{{n}}\", $\"{{n}}\") > {{count}})\"", options)
                        .text())
                .isEqualTo("@(f(\"a)b\", $\"a)b\") > 5)");
    }

    @Test
    void aNamedValueMayHoldTheWholeExpression() {
        Value value = attribute("'{{expr}}'", VALUES);
        assertThat(value.language()).isEqualTo(Value.Language.CSHARP);
        assertThat(value.text()).isEqualTo("@(1 + \")\")");
        assertThat(value.at(7)).isEqualTo(value.position());
    }

    @Test
    void whatANamedValueHoldsIsNeitherMarkupNorAReference() {
        ReaderOptions options = with(plain("a", "'/><b c=\"&lt;{{a}}"));
        assertThat(attribute("'{{a}}'", options).text()).isEqualTo("'/><b c=\"&lt;{{a}}");
        assertThat(only("<x>{{a}}</x>", options).text().text()).isEqualTo("'/><b c=\"&lt;{{a}}");
    }

    @Test
    void positionsBehindAReferencePointIntoTheAuthorsText() {
        Value value = attribute("'a{{host}}b'", VALUES);
        Position braces = value.at(1);
        assertThat(value.at(5)).isEqualTo(braces);
        assertThat(value.at(11)).isEqualTo(braces);
        assertThat(value.at(12).column()).isEqualTo(braces.column() + "{{host}}".length());
        assertThat(value.at(13).column()).isEqualTo(braces.column() + "{{host}}".length() + 1);
    }

    @Test
    void aSecretIsShownByName() {
        Value value = attribute("'key {{api-key}} of {{host}}'", VALUES);
        assertThat(value.text()).isEqualTo("key s3cr3t\"<& of example.org");
        assertThat(value.shown()).isEqualTo("key {{api-key}} of example.org");
        assertThat(value).hasToString(value.shown());
        assertThat(value.shown(6, 8)).isEqualTo("{{api-key}}");
        assertThat(value.shown(0, 3)).isEqualTo("key");
        assertThat(value.shown(8, 18)).isEqualTo("{{api-key}} of e");
        PolicyElement element = only("<x a='{{api-key}}'> {{api-key}} </x>", VALUES);
        assertThat(element.text().shown()).isEqualTo("{{api-key}}");
        assertThat(element.content().shown()).isEqualTo(" {{api-key}} ");
        assertThat(element.toString() + element.attributes() + VALUES).doesNotContain("s3cr3t");
    }

    @Test
    void noIssueHoldsASecret() {
        ReaderOptions options = with(secret("k", "s3cr3t\nmore \"("), secret("e", "@(1) s3cr3t"));
        for (String document : List.of(
                "<a b='@(\"{{k}}\")'/>", "<a b='@({{k}}'/>", "<a b='{{e}}'/>", "<a>{{e}}</a>", "<a>@(\"{{k}}\")</a>")) {
            List<Issue> issues = new ArrayList<>();
            assertThat(PolicyDocumentReader.read("p", document, options, issues::add))
                    .isEmpty();
            assertThat(issues).isNotEmpty();
            assertThat(issues.toString() + issues.get(0).excerpt())
                    .doesNotContain("s3cr3t")
                    .contains("{{");
        }
    }

    @Test
    void anUndefinedNameIsAnErrorThatNamesTheNearest() {
        assertThat(errors("<a b='{{hots}}'>\n{{API-key}}{{zzzzzzzz}}</a>", VALUES))
                .containsExactly(
                        "1:7 named value 'hots' is not defined; did you mean 'host'?",
                        "2:1 named value 'API-key' is not defined; did you mean 'api-key'?",
                        "2:12 named value 'zzzzzzzz' is not defined; define it or correct the name");
    }

    @Test
    void besideAnUndefinedNameTheRestIsReadForItsOwnMistakes() {
        List<Issue> issues = new ArrayList<>();
        assertThat(PolicyDocumentReader.read("p.xml", "<a b='{{hots}}' c='1'/>", VALUES, issues::add))
                .hasValueSatisfying(read -> assertThat(
                                read.root().attribute("b").orElseThrow().text())
                        .isEqualTo("{{hots}}"));
        assertThat(issues).hasSize(1).allMatch(Issue::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ host }}", "{{a|b}}", "{{}}", "{{host}", "{ {host}}", "{{a b}}", "{{env:X}}"})
    void whatIsNoNameIsText(String text) {
        assertThat(attribute("'" + text + "'", VALUES).text()).isEqualTo(text);
    }

    @Test
    void bracesOfInterpolatedStringsAreNoReference() {
        assertThat(attribute("\"@($\"{{{id}}}\")\"", VALUES).text()).isEqualTo("@($\"{{{id}}}\")");
    }

    @Test
    void inALiquidTemplateOnlyDefinedNamesAreReplaced() {
        String template = "<set-body template='liquid'>{{body.name}} {{host}}</set-body>";
        assertThat(only(template, VALUES).text().text()).isEqualTo("{{body.name}} example.org");
        assertThat(only("<set-body template='liquid'><a>{{body.name}} {{api-key}}</a></set-body>", VALUES)
                        .content()
                        .shown())
                .isEqualTo("<a>{{body.name}} {{api-key}}</a>");
        assertThat(errors("<p><set-body><a>{{body.name}}</a></set-body></p>", VALUES))
                .hasSize(1);
        assertThat(errors("<p><set-body>{{body.name}}</set-body></p>", VALUES)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(\"{{k}}\")",
                "@($\"{{k}}\")",
                "@(1 + {{k}})",
                "@{ return {{k}}; }",
                "{{k}}",
                "a{{k}}b",
                "@($\"{ {{k}} }\")"
            })
    void aloneAReferenceStaysAndDisturbsNothing(String text) {
        assertThat(attribute("\"" + text + "\"").text()).isEqualTo(text);
        assertThat(only("<x>" + text + "</x>").text().text()).isEqualTo(text);
    }

    @Test
    void namesThatADocumentDependsOnAreCollected() {
        String document =
                "<policies><!-- {{no}} --><x a='{{host}}'>{{host}}</x><set-body template='liquid'><a>{{maybe}}</a></set-body></policies>";
        assertThat(sound(document, VALUES).references().namedValues()).containsExactlyInAnyOrder("host", "maybe");
        assertThat(sound(document, ALONE).references().namedValues()).containsExactlyInAnyOrder("host", "maybe");
    }

    @Test
    void namedValuesMayNotBlowADocumentUp() {
        ReaderOptions options = with(plain("x", "y".repeat(4096)));
        assertThat(refused("<policies><x>" + "{{x}}".repeat(50_000) + "</x></policies>", options)
                        .get(0))
                .startsWith("1:2574 named values make the document longer by more than 2097152 characters");
    }
}
