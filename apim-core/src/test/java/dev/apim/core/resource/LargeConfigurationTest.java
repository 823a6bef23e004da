package dev.apim.core.resource;

import static dev.apim.core.resource.Found.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.resource.Resource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A large configuration is changed in the time of a small one; the figures are printed. */
@Tag("proof")
class LargeConfigurationTest {
    private static final int APIS = 10_000;
    private static final int OPERATIONS = 20;
    private static final int ROUNDS = 51;

    @Test
    void oneOperationPolicyAmongTwoHundredThousandOperations() {
        Tree tree = Tree.of();
        for (int a = 0; a < APIS; a++) {
            tree.api("api" + a);
            for (int o = 0; o < OPERATIONS; o++) {
                tree.operation("/apis/api" + a + "/operations/op" + o, "GET", "/op" + o);
            }
        }
        long start = System.nanoTime();
        Configuration configuration = tree.valid();
        System.out.printf(
                "read %,d resources: %d ms%n", tree.resources.size(), (System.nanoTime() - start) / 1_000_000);

        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Resource policy = Tree.resource(
                    "/apis/api5000/operations/op7/policies/policy", "{'value':'<policies>" + round + "</policies>'}");
            start = System.nanoTime();
            configuration = tree.change(configuration, List.of(policy)).orElseThrow();
            times[round] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "one operation policy: median %,d µs, slowest %,d µs%n",
                times[ROUNDS / 2] / 1_000, times[ROUNDS - 1] / 1_000);

        assertThat(in(configuration.apis(), "/apis/api5000").operationPolicies())
                .containsOnlyKeys("op7");
    }
}
