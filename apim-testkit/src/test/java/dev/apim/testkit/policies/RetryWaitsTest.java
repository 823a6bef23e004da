package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long {@code retry} waits before each repetition, and how often it repeats. */
final class RetryWaitsTest {
    @ParameterizedTest
    @CsvSource({
        "count='3' interval='5', '0 5 10 15'",
        "count='4' interval='2' delta='3', '0 2 7 15 26'",
        "count='3' interval='5' first-fast-retry='true', '0 0 5 10'",
        "count='2' interval='5' delta='1' first-fast-retry='true', '0 0 6'",
        "count='1' interval='0', '0 0'",
        "count='3' interval='9' max-interval='4' delta='1', '0 4 8 12'"
    })
    void aWaitFollowsItsFormula(String attributes, String seconds) {
        List<Double> calls = calls(attributes);
        assertThat(calls.stream().map(s -> Long.toString(Math.round(s))).toList())
                .containsExactly(seconds.split(" "));
    }

    @Test
    void withALongestWaitItGrowsExponentiallyWithAFifthOfChanceEitherWay() {
        List<Double> calls = calls("count='4' interval='1' max-interval='1000' delta='10'");
        double[] base = {10, 30, 70, 150};
        for (int i = 0; i < base.length; i++) {
            assertThat(calls.get(i + 1) - calls.get(i)).isBetween(1 + 0.8 * base[i], 1 + 1.2 * base[i]);
        }
    }

    @Test
    void whatWasAnsweredLastStandsWhenThereAreNoAttemptsLeft() {
        TestGateway gateway = gateway("count='2' interval='0'", new ArrayList<>());
        assertThat(gateway.get("/orders").status()).isEqualTo(503);
        assertThat(gateway.backends().received()).hasSize(3);
    }

    /** When the backend was called, in seconds. */
    private static List<Double> calls(String attributes) {
        List<Double> calls = new ArrayList<>();
        TestGateway gateway = gateway(attributes, calls);
        gateway.get("/orders");
        gateway.time().advance(Duration.ofHours(1));
        gateway.verifyNothingIsLeft();
        return calls;
    }

    private static TestGateway gateway(String attributes, List<Double> calls) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /")
                .policy(
                        "/apis/orders",
                        "<policies><backend><retry condition='@(context.Response.StatusCode == 503)' " + attributes
                                + "><forward-request/></retry></backend></policies>")
                .start();
        gateway.backends().when("backend.test", request -> {
            calls.add(gateway.time().elapsed().toMillis() / 1000.0);
            return new HttpResponse(503, "", new Headers(), Body.empty());
        });
        return gateway;
    }
}
