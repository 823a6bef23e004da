package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like an expression, but is not the whole value, is text, as in Azure; its author is told. */
final class PartOfAValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b='/v2/§@(context.Request.Url.Path)'/>",
                "<a>Bearer §@((string)context.Variables[\"token\"])</a>",
                "<a>{ \"mail\": \"§@(context.User.Email)\", \"more\": \"@(context.User.Id)\" }</a>",
                "<a b='x@(1) §@{ return context.Request.Method; }'/>",
                "<a b='x@(ccontext) §@(context.Request.Method)'/>",
            })
    void isAWarningWhereItBegins(String marked) {
        String document = marked.replace("§", "");
        assertThat(issues(document)).singleElement().satisfies(issue -> {
            assertThat(issue.isError()).isFalse();
            assertThat(issue.message()).startsWith("what looks like an expression is plain text here");
            assertThat(issue.position().column()).isEqualTo(marked.indexOf('§') + 1);
        });
        assertThat(PolicyDocumentReader.read("p.xml", document, Reading.ALONE, issue -> {}))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b='^[a-z]+@(one|two)\\.example$'/>",
                "<a>me@(home)</a>",
                "<a>x @(context.</a>",
                "<a>mail@example.com in any context.</a>",
                "<set-body template='liquid'>{{context.User.Email}}@(x)</set-body>",
            })
    void otherSignsOfThatKindAreJustText(String document) {
        assertThat(issues(document)).isEmpty();
    }

    @Test
    void aTextOfNothingElseIsReadInOneGo() {
        assertThat(issues("<a>" + "x@(".repeat(40_000) + "</a>")).isEmpty();
        assertThat(issues("<a>" + "x@(1)".repeat(40_000) + "</a>")).isEmpty();
    }

    private static List<Issue> issues(String document) {
        List<Issue> issues = new ArrayList<>();
        PolicyDocumentReader.read("p.xml", document, Reading.ALONE, issues::add);
        return issues;
    }
}
