package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sections and documents written in Java. */
class BuiltDocumentsTest {
    private static final PolicyStep PUT = setMethod("PUT");

    private static String shape(PolicySource source, Scope scope) {
        return ReadBack.shape(ReadBack.root(source.xml(scope)));
    }

    @Test
    void theBroaderScopeComesFirstAndSectionsNotGivenAreItsOwn() {
        assertThat(shape(policies(inbound(PUT), onError(PUT)), Scope.API))
                .isEqualTo("policies(inbound(base set-method\"PUT\") backend(base) outbound(base)"
                        + " on-error(base set-method\"PUT\"))");
    }

    @Test
    void aSectionIsADocumentByItself() {
        assertThat(inbound(PUT).xml(Scope.PRODUCT))
                .isEqualTo(policies(inbound(PUT)).xml(Scope.PRODUCT));
    }

    @Test
    void theBroadestScopeHasNoBase() {
        assertThat(shape(inbound(PUT), Scope.GLOBAL)).isEqualTo("policies(inbound(set-method\"PUT\"))");
    }

    @Test
    void aBaseThatIsPlacedStaysTheOnlyOne() {
        assertThat(shape(inbound(PUT, base()), Scope.API)).startsWith("policies(inbound(set-method\"PUT\" base)");
        assertThat(shape(inbound(choose(when("true", base()))), Scope.API))
                .startsWith("policies(inbound(choose(when[condition=true](base)))");
    }

    @Test
    void aBackendSectionTakesThePlaceOfTheBroaderOne() {
        assertThat(shape(backend(forwardRequest()), Scope.API)).contains("backend(forward-request)");
        assertThat(shape(backend(), Scope.API)).contains("backend(base)");
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aDocumentOfEveryScopeIsWithoutIssue(Scope scope) {
        PolicySource document = policies(inbound(PUT), backend(forwardRequest()), outbound(), onError(setStatus(500)));
        PolicySource there = PolicySource.xml(document.xml(scope));
        assertThat(ReadBack.issues(there)).isEmpty();
    }

    @Test
    void aSectionGivenTwiceIsTheIssueItIsInXml() {
        assertThat(ReadBack.issues(policies(inbound(PUT), inbound(PUT))))
                .extracting(Issue::message)
                .containsExactly("<inbound> stands here for the second time; join the two");
    }

    @Test
    void xmlWrittenByHandStaysAsItIs() {
        String byHand = "<policies><inbound><base/></inbound></policies>";
        assertThat(PolicySource.xml(byHand).xml(Scope.GLOBAL)).isEqualTo(byHand);
    }

    @Test
    void whatHasMeaningInXmlIsText() {
        PolicyElement read = ReadBack.step(setHeader("a\"b").value("</value><x/> & ]]> {{secret}}"));
        assertThat(ReadBack.shape(read)).isEqualTo("set-header[name=a\"b](value\"</value><x/> & ]]> {{secret}}\")");
    }

    @Test
    void anIssueTellsTheLineOfTheDocument() {
        assertThat(ReadBack.issues(inbound(PUT, setStatus(99)))).singleElement().satisfies(issue -> {
            assertThat(issue.position().line()).isEqualTo(5);
            assertThat(issue.message()).contains("'code' of <set-status>");
        });
    }
}
