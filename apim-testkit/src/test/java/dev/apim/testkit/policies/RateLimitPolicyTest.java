package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitPolicyTest {
    private final PolicyBench bench = new PolicyBench();

    @Test
    void theCallBeyondTheLimitIsA429ThatSaysWhenToTryAgain() {
        Policy policy = bench.compile(element("rate-limit", "calls", "2", "renewal-period", "60"));
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        bench.time.advance(Duration.ofSeconds(10));
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        PolicyFailure failure = refused(run(policy, acme()));
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.reason()).isEqualTo("RateLimitExceeded");
        assertThat(failure.message()).isEqualTo("Rate limit is exceeded");
        assertThat(failure.publicMessage()).isEqualTo("Rate limit is exceeded. Try again in 50 seconds.");
        assertThat(failure.headers().get("Retry-After")).isEqualTo("50");
        bench.time.advance(Duration.ofSeconds(50));
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
    }

    @Test
    void aCallWithoutASubscriptionIsNotLimited() {
        Policy policy = bench.compile(element("rate-limit", "calls", "1", "renewal-period", "60"));
        for (int i = 0; i < 5; i++) {
            assertThat(run(policy, new FakeExchange())).isEqualTo(Outcome.next());
        }
    }

    @Test
    void eachSubscriptionHasACounterOfItsOwn() {
        Policy policy = bench.compile(element("rate-limit", "calls", "1", "renewal-period", "60"));
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        assertThat(run(policy, new FakeExchange().subscription("other"))).isEqualTo(Outcome.next());
        refused(run(policy, acme()));
    }

    @Test
    void limitsOfDifferentScopesCountApart() {
        Policy product = bench.compile(element("rate-limit", "calls", "2", "renewal-period", "60"), Scope.PRODUCT);
        Policy api = bench.compile(element("rate-limit", "calls", "2", "renewal-period", "60"), Scope.API);
        for (int i = 0; i < 2; i++) {
            assertThat(run(product, acme().product("starter"))).isEqualTo(Outcome.next());
            assertThat(run(api, acme().product("starter"))).isEqualTo(Outcome.next());
        }
        refused(run(product, acme().product("starter")));
    }

    @Test
    void revisionsOfAnApiShareItsCounter() {
        Policy policy = bench.compile(element("rate-limit", "calls", "1", "renewal-period", "60"));
        run(policy, acme().api(FakeExchange.api("orders", "1")));
        refused(run(policy, acme().api(FakeExchange.api("orders", "2"))));
    }

    @Test
    void anApiAndItsOperationMayHaveTighterLimitsAndTheirRefusalsDoNotUseUpTheBroaderOnes() {
        Policy policy = bench.compile(
                element(
                        "rate-limit",
                        "calls",
                        "5",
                        "renewal-period",
                        "60",
                        element(
                                "api",
                                "name",
                                "The orders",
                                "calls",
                                "3",
                                "renewal-period",
                                "60",
                                element("operation", "id", "get-order", "calls", "1", "renewal-period", "30"))),
                Scope.PRODUCT);
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
        for (int i = 0; i < 9; i++) {
            assertThat(refused(run(policy, acme())).headers().get("Retry-After"))
                    .isEqualTo("30");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(run(policy, acme().operation(FakeExchange.operation("list"))))
                    .isEqualTo(Outcome.next());
        }
        assertThat(refused(run(policy, acme().operation(FakeExchange.operation("list"))))
                        .headers()
                        .get("Retry-After"))
                .isEqualTo("60");
        for (int i = 0; i < 2; i++) {
            assertThat(run(policy, acme().api(FakeExchange.api("billing", "1"))))
                    .isEqualTo(Outcome.next());
        }
        refused(run(policy, acme().api(FakeExchange.api("billing", "1"))));
    }

    @Test
    void anIdWinsOverAName() {
        Policy policy = bench.compile(element(
                "rate-limit",
                "calls",
                "9",
                "renewal-period",
                "60",
                element("api", "id", "billing", "name", "The orders", "calls", "1", "renewal-period", "60")));
        run(policy, acme());
        assertThat(run(policy, acme())).isEqualTo(Outcome.next());
    }

    @Test
    void aTargetThatNamesNothingIsReportedAtItsPlace() {
        bench.compile(element(
                "rate-limit",
                "calls",
                "9",
                "renewal-period",
                "60",
                element("api", "calls", "1", "renewal-period", "60")));
        assertThat(bench.issues)
                .singleElement()
                .asString()
                .isEqualTo("test.xml:1:1: error: <api> names nothing: expected the attribute 'id' or 'name',"
                        + " add one of them");
    }

    @Test
    void fieldsAndVariablesTellTheStateOnEveryResponse() {
        Policy policy = bench.compile(element(
                "rate-limit",
                "calls",
                "2",
                "renewal-period",
                "60",
                "retry-after-header-name",
                "X-Retry",
                "retry-after-variable-name",
                "retry",
                "remaining-calls-header-name",
                "X-Remaining",
                "remaining-calls-variable-name",
                "remaining",
                "total-calls-header-name",
                "X-Total"));
        FakeExchange first = acme();
        run(policy, first);
        first.end();
        assertThat(first.response().headers().get("X-Remaining")).isEqualTo("1");
        assertThat(first.response().headers().get("X-Total")).isEqualTo("2");
        assertThat(first.variables()).containsEntry("remaining", 1).doesNotContainKey("retry");
        run(policy, acme());

        FakeExchange third = acme();
        PolicyFailure failure = refused(run(policy, third));
        third.end();
        assertThat(failure.headers().get("X-Retry")).isEqualTo("60");
        assertThat(failure.headers().contains("Retry-After")).isFalse();
        assertThat(third.response().headers().get("X-Remaining")).isEqualTo("0");
        assertThat(third.variables()).containsEntry("remaining", 0).containsEntry("retry", 60);
    }

    static PolicyFailure refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Fail.class);
        return ((Outcome.Fail) outcome).failure();
    }

    private static FakeExchange acme() {
        return new FakeExchange().subscription("acme");
    }
}
