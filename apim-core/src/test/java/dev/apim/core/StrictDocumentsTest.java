package dev.apim.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictDocumentsTest {
    private static List<Issue> check(boolean strict, String document) {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(strict).check("policy.xml", document, issues::add);
        return issues;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<policies><outbound><rewrite-uri template=\"/\"/></outbound></policies> | does not belong in <outbound>",
                "<policies><inbound><cors><allowed-headers><header>a</header></allowed-headers><allowed-origins><origin>*</origin>"
                        + "</allowed-origins></cors></inbound></policies> | stands after what should follow it",
                "<policies><inbound><base/><base/></inbound></policies> | may stand only once",
                "<policies><backend><base/><trace source=\"s\"><message>m</message></trace></backend></policies> | should hold one statement",
                "<policies><inbound><set-method x=\"1\">GET</set-method></inbound></policies> | has no attribute 'x'",
                "<policies><inbound x=\"1\"/></policies> | <inbound> has no attribute 'x'",
                "<policies y=\"1\"><inbound/></policies> | <policies> has no attribute 'y'",
                "<policies><inbound>words</inbound></policies> | <inbound> takes no text",
                "<policies><inbound><choose><otherwise/></choose></inbound></policies> | has no <when>",
                "<fragment z=\"1\"><base2/></fragment> | <fragment> has no attribute 'z'"
            })
    void whatAzureRefusesIsAWarningUnlessStrict(String document, String doubt) {
        assertThat(check(false, document))
                .anyMatch(issue -> !issue.isError() && issue.message().contains(doubt));
        assertThat(check(true, document))
                .anyMatch(issue -> issue.isError() && issue.message().contains(doubt));
    }

    @Test
    void aRefusalNamesTheElementOfEveryErrorAndLeavesWarningsOut() {
        List<Issue> issues = check(
                false,
                "<policies>\n<inbound>\n<set-hedaer/><set-method x=\"1\">@(1 +)</set-method></inbound></policies>");
        SaveRefusal refusal = SaveRefusal.of(issues);

        assertThat(refusal.errors()).allMatch(Issue::isError).hasSize(2);
        assertThat(refusal.json())
                .contains("Error in element 'set-hedaer' on line 3, column 1: there is no policy <set-hedaer>")
                .contains("Error in element 'set-method' on line 3, column ");
        assertThat(SaveRefusal.of(List.of()).isEmpty()).isTrue();
    }
}
