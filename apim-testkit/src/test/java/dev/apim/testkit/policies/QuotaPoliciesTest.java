package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

/** What the two quotas count, and what they say when it is too much. */
final class QuotaPoliciesTest {
    private final PolicyBench bench = new PolicyBench();

    @Test
    void theCallBeyondTheQuotaIsA403() {
        Policy policy = bench.compile(element("quota", "calls", "1", "renewal-period", "3600"), Scope.PRODUCT);
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        PolicyFailure failure = RateLimitPolicyTest.refused(run(policy, acme()));
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.reason()).isEqualTo("QuotaExceeded");
        assertThat(failure.message()).startsWith("Out of call volume quota. Quota will be replenished in ");
        assertThat(failure.publicMessage()).isEqualTo(failure.message());
    }

    @Test
    void aCallWithoutASubscriptionHasNoQuota() {
        Policy policy = bench.compile(element("quota", "calls", "1", "renewal-period", "3600"), Scope.PRODUCT);
        for (int i = 0; i < 5; i++) {
            assertThat(run(policy, new FakeExchange())).isEqualTo(Outcome.next());
        }
    }

    @Test
    void anApiAndItsOperationMayHaveQuotasOfTheirOwn() {
        Policy policy = bench.compile(
                element(
                        "quota",
                        "calls",
                        "3",
                        "renewal-period",
                        "3600",
                        element(
                                "api",
                                "id",
                                "orders",
                                "calls",
                                "2",
                                "renewal-period",
                                "3600",
                                element("operation", "name", "The get-order", "calls", "1", "renewal-period", "0"))),
                Scope.PRODUCT);
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        for (int i = 0; i < 5; i++) {
            assertThat(RateLimitPolicyTest.refused(run(policy, acme())).message())
                    .isEqualTo("Out of call volume quota.");
        }
        assertThat(run(policy, acme().operation(FakeExchange.operation("list"))))
                .isEqualTo(Outcome.next());
        RateLimitPolicyTest.refused(run(policy, acme().operation(FakeExchange.operation("list"))));
        assertThat(run(policy, acme().api(FakeExchange.api("billing", "1")))).isEqualTo(Outcome.next());
        RateLimitPolicyTest.refused(run(policy, acme().api(FakeExchange.api("billing", "1"))));
    }

    @Test
    void bandwidthIsWhatWentInAndOutAndStopsTheCallAfterTheOneThatUsedItUp() {
        Policy policy = bench.compile(element("quota", "bandwidth", "1", "renewal-period", "3600"), Scope.PRODUCT);
        FakeExchange first =
                new FakeExchange("POST", "https://api.example/orders/1", Body.of("x".repeat(600))).subscription("acme");
        assertThat(run(policy, first)).isEqualTo(Outcome.next());
        first.responds(200, new Headers(), Body.of("y".repeat(424)));
        first.end();
        PolicyFailure failure = RateLimitPolicyTest.refused(run(policy, acme()));
        assertThat(failure.message()).startsWith("Out of bandwidth quota. Quota will be replenished in ");
    }

    @Test
    void aByteLessThanTheBandwidthLeavesRoom() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /")
                .policy(
                        "",
                        "<policies><inbound><quota-by-key bandwidth='1' renewal-period='300' counter-key='k'/></inbound>"
                                + "<backend><forward-request/></backend></policies>")
                .start();
        StreamingBody large = new StreamingBody();
        gateway.backends().when("backend.test", r -> new HttpResponse(200, "", new Headers(), large));
        TestCall call = gateway.get("/orders");
        large.send("y".repeat(500)).send("y".repeat(523));
        large.complete();
        assertThat(call.text()).hasSize(1023);
        gateway.backends().answer("backend.test", 200, "text/plain", "y");
        assertThat(gateway.get("/orders").status()).isEqualTo(200);
        assertThat(gateway.get("/orders").text()).contains("Out of bandwidth quota.");
    }

    @Test
    void aKeyThatSeveralPoliciesOfARequestNameCountsOnce() {
        Policy global = quotaByKey("3");
        Policy api = quotaByKey("2");
        for (int i = 0; i < 2; i++) {
            FakeExchange exchange = new FakeExchange();
            assertThat(run(global, exchange)).isEqualTo(Outcome.next());
            assertThat(run(api, exchange)).isEqualTo(Outcome.next());
        }
        FakeExchange third = new FakeExchange();
        assertThat(run(global, third)).isEqualTo(Outcome.next());
        RateLimitPolicyTest.refused(run(api, third));
    }

    @Test
    void theConditionIsAskedWhenThereIsAResponse() {
        bench.define("@failed", e -> e.response().status() >= 500);
        Policy policy = bench.compile(element(
                "quota-by-key",
                "calls",
                "1",
                "renewal-period",
                "300",
                "counter-key",
                "k",
                "increment-condition",
                "@failed"));
        for (int i = 0; i < 3; i++) {
            FakeExchange good = new FakeExchange();
            assertThat(run(policy, good)).isEqualTo(Outcome.next());
            good.responds(200, new Headers(), Body.empty()).end();
        }
        FakeExchange bad = new FakeExchange();
        run(policy, bad);
        bad.responds(500, new Headers(), Body.empty()).end();
        RateLimitPolicyTest.refused(run(policy, new FakeExchange()));
    }

    @Test
    void aRequestThatIsAbortedBeforeItsResponseCounts() {
        bench.define("@never", e -> false);
        Policy policy = bench.compile(element(
                "quota-by-key",
                "calls",
                "1",
                "renewal-period",
                "300",
                "counter-key",
                "k",
                "increment-condition",
                "@never"));
        FakeExchange aborted = new FakeExchange();
        run(policy, aborted);
        aborted.end();
        RateLimitPolicyTest.refused(run(policy, new FakeExchange()));
    }

    @Test
    void aCallMayCountAsSeveral() {
        Policy policy = bench.compile(element(
                "quota-by-key", "calls", "5", "renewal-period", "300", "counter-key", "k", "increment-count", "3"));
        assertThat(run(policy, new FakeExchange())).isEqualTo(Outcome.next());
        RateLimitPolicyTest.refused(run(policy, new FakeExchange()));
    }

    @Test
    void whatLimitsNothingOrTooShortIsReportedAtItsPlace() {
        bench.compile(element("quota", "renewal-period", "60"), Scope.PRODUCT);
        bench.compile(element("quota-by-key", "calls", "1", "renewal-period", "60", "counter-key", "k"));
        bench.compile(element(
                "quota-by-key",
                "calls",
                "1",
                "renewal-period",
                "300",
                "counter-key",
                "k",
                "first-period-start",
                "tomorrow"));
        assertThat(bench.issues)
                .extracting(issue -> issue.message())
                .containsExactly(
                        "<quota> limits nothing: expected the attribute 'calls' or 'bandwidth', add one of them",
                        "attribute 'renewal-period' of <quota-by-key>: expected 0 or at least 300 seconds, found 60",
                        "attribute 'first-period-start' of <quota-by-key>: expected a time such as"
                                + " 2026-01-01T00:00:00Z, found 'tomorrow'");
    }

    private Policy quotaByKey(String calls) {
        return bench.compile(element("quota-by-key", "calls", calls, "renewal-period", "300", "counter-key", "k"));
    }

    private static FakeExchange acme() {
        return new FakeExchange().subscription("acme");
    }
}
