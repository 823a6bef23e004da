package dev.apim.runner.golden;

import dev.apim.policy.PolicySpec;
import dev.apim.testkit.PolicyContract;
import dev.apim.testkit.TestGateway;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every policy at hand is one as the kit's contract has it, with the sample of its golden file. */
class PolicyContractTest {
    @TestFactory
    Stream<DynamicTest> everyPolicyKeepsTheContract() {
        return Policies.all().stream().flatMap(PolicyContractTest::tests);
    }

    private static Stream<DynamicTest> tests(PolicySpec spec) {
        Case common = Golden.of(spec.name()).common();
        return PolicyContract.ofAvailable(spec, common.text("element", ""))
                .with(gateway -> arranged(gateway, common))
                .tests();
    }

    private static TestGateway arranged(TestGateway gateway, Case common) {
        common.map("resources").forEach((path, json) -> {
            if (!path.startsWith("/apis/")) {
                gateway.put(path, json);
            }
        });
        common.map("fragments").forEach(gateway::fragment);
        return gateway;
    }
}
