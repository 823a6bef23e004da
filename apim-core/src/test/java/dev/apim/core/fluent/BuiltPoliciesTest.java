package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Issue;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import dev.apim.policy.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is built in Java is what would have been written in XML. */
class BuiltPoliciesTest {
    static Stream<Built> policies() {
        return Stream.of(
                        BuiltControl.policies(),
                        BuiltLimits.policies(),
                        BuiltMessages.policies(),
                        BuiltIntegration.policies(),
                        BuiltAccess.policies())
                .flatMap(built -> built);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyBuiltIsThePolicyWritten(Built built) {
        assertThat(ReadBack.shape(ReadBack.step(built.step()))).isEqualTo(built.shape());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyBuiltCompilesWithoutIssue(Built built) {
        PolicySpec spec = spec(built.step().element().name());
        assertThat(ReadBack.issues(alone(spec, built.step()), scope(spec))).isEmpty();
    }

    @Test
    void noPolicyIsForgottenHere() {
        assertThat(policies().map(built -> built.step().element().name()))
                .containsExactlyInAnyOrderElementsOf(
                        Specs.all().stream().map(PolicySpec::name).toList());
    }

    private static PolicySpec spec(String name) {
        return Specs.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<PolicySpec> specs() {
        return Specs.all();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyAttributeCanBeGivenAsText(PolicySpec spec) throws ReflectiveOperationException {
        for (AttributeSpec attribute : spec.element().attributes()) {
            PolicyStep step = BuiltChildrenTest.empty(spec.element());
            Object with = step.getClass()
                    .getMethod(Names.member(attribute.name()), String.class)
                    .invoke(step, "a & \"b\" < 'c'\n\t{{d}}");
            assertThat(ReadBack.step((PolicyStep) with)
                            .attribute(attribute.name())
                            .map(Value::text))
                    .contains("a & \"b\" < 'c'\n\t{{d}}");
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatIsMissingIsTheIssueItIsInXml(PolicySpec spec) {
        PolicySource built = alone(spec, BuiltChildrenTest.empty(spec.element()));
        List<String> missing = Specs.mandatory(spec.element()).stream()
                .map(attribute -> "<" + spec.name() + "> lacks its attribute '" + attribute.name() + "'")
                .toList();
        assertThat(ReadBack.issues(built, scope(spec)))
                .extracting(Issue::message)
                .satisfies(messages -> {
                    for (String message : missing) {
                        assertThat(messages)
                                .anySatisfy(found -> assertThat(found).startsWith(message));
                    }
                });
    }

    /** In the first section where it may stand. */
    private static PolicySource alone(PolicySpec spec, PolicyStep step) {
        return new PolicySection(spec.sections().iterator().next(), List.of(step));
    }

    private static Scope scope(PolicySpec spec) {
        return spec.scopes().contains(Scope.API)
                ? Scope.API
                : spec.scopes().iterator().next();
    }

    @Test
    void aPolicyOfSomebodyElseIsAStepToo() {
        PolicyStep teapot = () -> PolicyXml.of("teapot").attribute("strength", "2");
        PolicyElement read = ReadBack.step(teapot);
        assertThat(ReadBack.shape(read)).isEqualTo("teapot[strength=2]");
    }

    @Test
    void aBuilderIsNeverChanged() {
        RateLimit five = rateLimit().calls(5);
        RateLimit seven = five.calls(7).renewalPeriod(ofMinutes(1));
        assertThat(five).hasToString("<rate-limit calls=\"5\" />\n");
        assertThat(seven).hasToString("<rate-limit calls=\"7\" renewal-period=\"60\" />\n");
    }

    @Test
    void aTimeThatTheAttributeCannotHoldIsRefused() {
        assertThatThrownBy(() -> rateLimit().renewalPeriod(ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("renewal-period takes whole seconds, found PT1.5S");
        assertThatThrownBy(() -> forwardRequest().timeoutMs(java.time.Duration.ofNanos(1)))
                .hasMessage("timeout-ms takes whole milliseconds, found PT0.000000001S");
    }
}
