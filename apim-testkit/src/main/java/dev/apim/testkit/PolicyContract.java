package dev.apim.testkit;

import dev.apim.Issue;
import dev.apim.core.GatewaySettings;
import dev.apim.http.Body;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every policy does, whatever it is for: its element is read as it is written, its mistakes are found, it stands only where it
 * belongs, many requests share it, and neither traces nor messages tell a secret. Immutable.
 *
 * <pre>{@code
 * final class TeapotPolicyTest {
 *     @TestFactory
 *     Stream<DynamicTest> isAPolicy() {
 *         return PolicyContract.of(new TeapotPolicy(), "<teapot kind=\"green\" />").tests();
 *     }
 * }
 * }</pre>
 */
public final class PolicyContract {
    private final PolicySpec spec;
    private final String sample;
    private final UnaryOperator<TestGateway> arrangement;

    private PolicyContract(PolicySpec spec, String sample, UnaryOperator<TestGateway> arrangement) {
        this.spec = spec;
        this.sample = sample;
        this.arrangement = arrangement;
    }

    /** Of a policy that no jar on the class path brings. The sample is an element of it without a mistake. */
    public static PolicyContract of(PolicyType type, String sample) {
        return new PolicyContract(type.spec(), sample, gateway -> gateway.policyType(type));
    }

    /** Of a policy that is at hand, such as those of the core. */
    public static PolicyContract ofAvailable(PolicySpec spec, String sample) {
        return new PolicyContract(spec, sample, gateway -> gateway);
    }

    /** With more in the configuration that the sample refers to; the API is {@code /apis/contract}, its operation {@code op1}. */
    public PolicyContract with(UnaryOperator<TestGateway> more) {
        return new PolicyContract(spec, sample, gateway -> more.apply(arrangement.apply(gateway)));
    }

    /** The tests, one for each sentence. */
    public Stream<DynamicTest> tests() {
        return Stream.of(
                test("is read as it is written", this::isReadAsItIsWritten),
                test("loads where it belongs", this::loadsWhereItBelongs),
                test("is doubted where it does not belong", this::isDoubtedElsewhere),
                test("doubts an attribute it does not know", this::doubtsUnknownAttributes),
                test("names an attribute that is missing", this::namesMissingAttributes),
                test("is shared by many threads", this::isSharedByManyThreads),
                test("says which bodies it reads", this::saysWhatItReads),
                test("tells no secret", this::tellsNoSecret));
    }

    private DynamicTest test(String sentence, Runnable body) {
        return DynamicTest.dynamicTest(spec.name() + " " + sentence, body::run);
    }

    private void isReadAsItIsWritten() {
        String again = SampleElement.of(sample).toString();
        require(
                SampleElement.of(again).equals(SampleElement.of(sample)),
                "written anew it is another element: " + again);
    }

    private void loadsWhereItBelongs() {
        for (Section section : spec.sections()) {
            for (Scope scope : ContractGateway.scopes(spec)) {
                List<Issue> wrong = gateway(sample, false).in(section, scope).issues().stream()
                        .filter(issue ->
                                issue.isError() || issue.message().contains("<" + spec.name() + "> does not belong"))
                        .toList();
                require(wrong.isEmpty(), "in " + section + " of " + scope + ": " + wrong);
            }
        }
    }

    private void isDoubtedElsewhere() {
        for (Section section : Section.values()) {
            for (Scope scope : ContractGateway.SCOPES) {
                boolean belongs =
                        spec.sections().contains(section) && spec.scopes().contains(scope);
                if (!belongs) {
                    String doubt = "<" + spec.name() + "> does not belong in";
                    expect(doubt, issues(section, scope, sample, false));
                    expect(doubt, issues(section, scope, sample, true));
                }
            }
        }
    }

    private void doubtsUnknownAttributes() {
        String strange = SampleElement.of(sample).with("no-such-attribute", "x").toString();
        for (boolean strict : new boolean[] {false, true}) {
            List<Issue> issues = configured(strange, strict).issues();
            boolean found = issues.stream()
                    .anyMatch(issue -> issue.isError() == strict
                            && issue.message().contains("<" + spec.name() + "> has no attribute 'no-such-attribute'"));
            require(found, (strict ? "strict" : "lenient") + " says " + issues);
        }
    }

    private void namesMissingAttributes() {
        for (AttributeSpec attribute : spec.element().attributes()) {
            if (attribute.required()) {
                String without =
                        SampleElement.of(sample).without(attribute.name()).toString();
                List<Issue> issues = configured(without, false).issues();
                boolean found = issues.stream()
                        .anyMatch(issue -> issue.isError() != attribute.lenient()
                                && issue.message()
                                        .contains("<" + spec.name() + "> lacks its attribute '" + attribute.name()
                                                + "'"));
                require(found, "without " + attribute.name() + " it says " + issues);
            }
        }
    }

    private void isSharedByManyThreads() {
        List<Integer> alone = configured(sample, false).statuses(1);
        List<Integer> together = new ArrayList<>(configured(sample, false).statuses(4));
        together.removeIf(status -> alone.contains(status) || status == 429);
        require(together.isEmpty(), "one after the other they end with " + alone + ", together also with " + together);
    }

    private void saysWhatItReads() {
        TestCall inMemory = configured(sample, false).call(Body::of);
        TestCall streamed = configured(sample, false).call(ContractGateway.Streamed::new);
        require(
                inMemory.status() == streamed.status(),
                "reads a body that it does not declare with CompileContext.reads: with bodies in memory a request ends with "
                        + inMemory.status() + ", with streams with " + streamed.status());
    }

    private void tellsNoSecret() {
        for (AttributeSpec attribute : spec.element().attributes()) {
            boolean text = attribute.type() == AttributeSpec.Type.STRING || attribute.type() == AttributeSpec.Type.ANY;
            if (text
                    && attribute.allowed().isEmpty()
                    && SampleElement.of(sample).has(attribute.name())) {
                String secretly = SampleElement.of(sample)
                        .with(attribute.name(), "{{contract-secret}}")
                        .toString();
                String told = configured(secretly, false).told();
                require(!told.contains(ContractGateway.SECRET), attribute.name() + " is told: " + told);
            }
        }
    }

    private List<String> issues(Section section, Scope scope, String element, boolean strict) {
        return gateway(element, strict).in(section, scope).issues().stream()
                .map(Issue::message)
                .toList();
    }

    private ContractGateway configured(String element, boolean strict) {
        return gateway(element, strict)
                .in(
                        spec.sections().iterator().next(),
                        ContractGateway.scopes(spec).get(0));
    }

    private ContractGateway gateway(String element, boolean strict) {
        return new ContractGateway(
                arrangement.apply(TestGateway.create()
                        .settings(GatewaySettings.builder().strict(strict).build())),
                element);
    }

    private void expect(String fragment, List<String> issues) {
        require(
                issues.stream().anyMatch(issue -> issue.contains(fragment)),
                "expected '" + fragment + "', found " + issues);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("<" + spec.name() + "> " + otherwise);
        }
    }

    @Override
    public String toString() {
        return "PolicyContract[" + spec.name() + "]";
    }
}
