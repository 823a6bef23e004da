package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static dev.apim.testkit.policies.RateLimitPolicyTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.limit.RateLimiter;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitByKeyPolicyTest {
    private final PolicyBench bench = new PolicyBench()
            .define("@key", e -> e.request().headers().get("X-Key"))
            .define("@failed", e -> e.response().status() >= 400)
            .define("@zero", e -> 0)
            .define("@throws", e -> {
                throw new ExpressionException("no such thing");
            });

    @Test
    void aKeyIsOneCounterForAllPoliciesAndScopesEachComparesItWithItsOwnLimit() {
        Policy wide = bench.compile(byKey("calls", "3"), Scope.GLOBAL);
        Policy narrow = bench.compile(byKey("calls", "2"), Scope.OPERATION);
        assertThat(run(wide, keyed("a"))).isEqualTo(Outcome.next());
        assertThat(run(narrow, keyed("a"))).isEqualTo(Outcome.next());
        refused(run(narrow, keyed("a")));
        assertThat(run(wide, keyed("a"))).isEqualTo(Outcome.next());
        refused(run(wide, keyed("a")));
        assertThat(run(narrow, keyed("b"))).isEqualTo(Outcome.next());
    }

    @Test
    void aCallMayCountAsSeveral() {
        Policy policy = bench.compile(byKey("calls", "10", "increment-count", "4"));
        run(policy, keyed("a"));
        run(policy, keyed("a"));
        refused(run(policy, keyed("a")));
    }

    @Test
    void withAConditionACallCountsOnceItsResponseShowsThatItHolds() {
        Policy policy = bench.compile(byKey("calls", "1", "increment-condition", "@failed"));
        ended(policy, 200);
        ended(policy, 200);
        assertThat(ended(policy, 404)).isEqualTo(Outcome.next());
        refused(run(policy, keyed("a")));
    }

    @Test
    void anAbortedCallCountsWhateverTheCondition() {
        Policy policy = bench.compile(byKey("calls", "1", "increment-condition", "@failed"));
        FakeExchange aborted = keyed("a");
        run(policy, aborted);
        aborted.end();
        refused(run(policy, keyed("a")));
    }

    @Test
    void aConditionThatCannotBeEvaluatedCounts() {
        Policy policy = bench.compile(byKey("calls", "1", "increment-condition", "@throws"));
        ended(policy, 200);
        refused(run(policy, keyed("a")));
    }

    @Test
    void incrementAfterResponseCountsAtTheEnd() {
        Policy policy = bench.compile(byKey("calls", "5", "increment-after-response", "true", "increment-count", "5"));
        FakeExchange first = keyed("a");
        run(policy, first);
        assertThat(run(policy, keyed("a"))).isEqualTo(Outcome.next());
        first.end();
        refused(run(policy, keyed("a")));
    }

    @Test
    void aRefusedCallNeverCountsLater() {
        Policy policy = bench.compile(byKey("calls", "1", "increment-after-response", "true"));
        ended(policy, 200);
        FakeExchange refused = keyed("a");
        refused(run(policy, refused));
        refused.end();
        bench.time.advance(Duration.ofSeconds(60));
        assertThat(run(policy, keyed("a"))).isEqualTo(Outcome.next());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7:4711, true",
        "192.0.2.7, ::ffff:192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::1, 2001:0DB8:1:2:ffff::9, true",
        "2001:db8:1:2::1, [2001:db8:1:2::5]:443, true",
        "2001:db8:1:2::1, 2001:db8:1:2::7%eth0, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "acme, ACME, false",
        "dead.beef, DEAD.beef, false",
        "a:b, A:b, false",
    })
    void spellingsOfOneNetworkShareACounterAndOtherKeysAreTakenToTheLetter(String one, String other, boolean same) {
        Policy policy = bench.compile(byKey("calls", "1"));
        run(policy, keyed(one));
        Outcome second = run(policy, keyed(other));
        assertThat(second instanceof Outcome.Fail).isEqualTo(same);
    }

    @Test
    void aKeyOfAnyLengthIsACounterOfItsOwn() {
        Policy policy = bench.compile(byKey("calls", "1"));
        String longKey = "x".repeat(100_000);
        assertThat(run(policy, keyed(longKey + "1"))).isEqualTo(Outcome.next());
        assertThat(run(policy, keyed(longKey + "2"))).isEqualTo(Outcome.next());
        refused(run(policy, keyed(longKey + "1")));
    }

    @Test
    void callsWhoseKeyIsNullCountTogether() {
        Policy policy = bench.compile(byKey("calls", "1"));
        run(policy, new FakeExchange());
        refused(run(policy, new FakeExchange()));
    }

    @Test
    void aKeyCannotReachTheCounterOfASubscription() {
        Policy subscription = bench.compile(element("rate-limit", "calls", "1", "renewal-period", "60"));
        Policy policy = bench.compile(byKey("calls", "1"));
        run(policy, keyed("s:acme:a:orders"));
        run(policy, keyed("acme:a:orders"));
        assertThat(run(subscription, new FakeExchange().subscription("acme"))).isEqualTo(Outcome.next());
    }

    @Test
    void aLimitThatAnExpressionMakesNonsenseIsNamed() {
        Policy policy = bench.compile(byKey("calls", "@zero"));
        assertThatThrownBy(() -> run(policy, keyed("a")))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("The attribute 'calls' of rate-limit-by-key is 1 or more, found 0.");
    }

    @Test
    void aHeaderNameThatIsNoneIsReported() {
        bench.compile(element(
                "rate-limit-by-key",
                "calls",
                "1",
                "renewal-period",
                "60",
                "counter-key",
                "k",
                "remaining-calls-header-name",
                "x y"));
        assertThat(bench.issues).singleElement().asString().contains("'x y' is no header name");
    }

    @Test
    void aLimiterThatFailsLetsNobodyPassUncounted() {
        PolicyBench broken = new PolicyBench(time -> new RateLimiter() {
            @Override
            public CompletionStage<Decision> acquire(String key, long limit, Duration window, long weight) {
                return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
            }

            @Override
            public CompletionStage<Void> add(String key, Duration window, long weight) {
                return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
            }
        });
        Policy policy =
                broken.compile(element("rate-limit-by-key", "calls", "1", "renewal-period", "60", "counter-key", "k"));
        assertThat(refused(run(policy, new FakeExchange())).status()).isEqualTo(500);
    }

    private Outcome ended(Policy policy, int status) {
        FakeExchange exchange = keyed("a");
        Outcome outcome = run(policy, exchange);
        exchange.responds(status, new Headers(), Body.empty()).end();
        return outcome;
    }

    private static PolicyElement byKey(String... more) {
        Object[] attributes = new Object[more.length + 4];
        attributes[0] = "renewal-period";
        attributes[1] = "60";
        attributes[2] = "counter-key";
        attributes[3] = "@key";
        System.arraycopy(more, 0, attributes, 4, more.length);
        return element("rate-limit-by-key", attributes);
    }

    private static FakeExchange keyed(String key) {
        return new FakeExchange().header("X-Key", key);
    }
}
