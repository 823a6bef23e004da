package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PolicyContractTest {
    private static final String SAMPLE = "<teapot kind=\"green\"/>";

    private interface Behaviour {
        Outcome apply(Exchange exchange, String kind);
    }

    /** One that does at run time as it is told. */
    private record Teapot(Behaviour behaviour) implements PolicyType {
        @Override
        public PolicySpec spec() {
            return PolicySpec.of("teapot", "Makes tea.")
                    .sections(Section.INBOUND)
                    .attributes(AttributeSpec.of("kind", AttributeSpec.Type.STRING, "Of tea.")
                            .mandatory()
                            .orExpression());
        }

        @Override
        public Policy compile(PolicyElement element, CompileContext context) {
            var kind = context.required(element, "kind", String.class);
            return exchange -> behaviour.apply(exchange, String.valueOf(kind.evaluate(exchange)));
        }
    }

    private static List<String> broken(Behaviour behaviour, String sample) {
        return PolicyContract.of(new Teapot(behaviour), sample)
                .tests()
                .filter(PolicyContractTest::fails)
                .map(DynamicTest::getDisplayName)
                .toList();
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (Throwable broken) {
            return true;
        }
    }

    @TestFactory
    Stream<DynamicTest> aGoodPolicyKeepsTheContract() {
        return PolicyContract.of(new Teapot((exchange, kind) -> Outcome.next()), SAMPLE)
                .tests();
    }

    @Test
    void aPolicyThatReadsABodyInSilenceIsFound() {
        assertThat(broken(
                        (exchange, kind) -> {
                            exchange.request().body().read(true);
                            return Outcome.next();
                        },
                        SAMPLE))
                .contains("teapot says which bodies it reads");
    }

    @Test
    void aPolicyThatKeepsStateOfARequestIsFound() {
        int[] calls = new int[1];
        assertThat(broken(
                        (exchange, kind) -> ++calls[0] > 200
                                ? Outcome.fail(PolicyFailure.of(418, "Teapot", "I am one"))
                                : Outcome.next(),
                        SAMPLE))
                .contains("teapot is shared by many threads");
    }

    @Test
    void aSampleThatIsWrongIsFound() {
        assertThat(broken((exchange, kind) -> Outcome.next(), "<teapot/>")).contains("teapot loads where it belongs");
    }
}
