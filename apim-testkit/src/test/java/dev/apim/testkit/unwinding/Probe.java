package dev.apim.testkit.unwinding;

import dev.apim.policy.CompileContext;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.testkit.TestGateway;
import java.util.concurrent.CompletableFuture;

/** Policies of the test: one that counts the ends of its request, one that fails, one that breaks, one that waits for ever. */
final class Probe {
    int responses;
    int ends;
    int waiting;

    /** Makes them known as {@code <counted>}, {@code <failing>}, {@code <breaking>} and {@code <hanging>}. */
    TestGateway in(TestGateway gateway) {
        return gateway.policyType(type("counted", exchange -> {
                    exchange.onResponse(e -> responses++);
                    exchange.onEnd(e -> ends++);
                    return Outcome.next();
                }))
                .policyType(type("failing", exchange -> Outcome.fail(PolicyFailure.of(403, "Failed", "failed"))))
                .policyType(type("breaking", exchange -> {
                    throw new IllegalStateException("a policy of the test broke");
                }))
                .policyType(type("hanging", exchange -> {
                    waiting++;
                    return Outcome.suspend(
                            new CompletableFuture<>(), (e, value, error) -> Outcome.next(), () -> waiting--);
                }));
    }

    private static PolicyType type(String element, Policy policy) {
        return new PolicyType() {
            @Override
            public PolicySpec spec() {
                return PolicySpec.of(element, "A policy of this test.");
            }

            @Override
            public Policy compile(PolicyElement written, CompileContext context) {
                return policy;
            }
        };
    }
}
