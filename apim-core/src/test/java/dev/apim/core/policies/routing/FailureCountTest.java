package dev.apim.core.policies.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.model.CircuitBreakerRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The monotonic clock begins anywhere. */
class FailureCountTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {-1_000 * SECOND, -5 * SECOND, 0, 1_000 * SECOND})
    void aPercentageIsOfTheLastWhileWhateverTheClockBeganWith(long start) {
        FailureCount count = new FailureCount(rule(0, 50));
        for (int i = 0; i < 9; i++) {
            assertThat(count.isTooMuch(true, start)).isFalse();
        }
        assertThat(count.isTooMuch(true, start + 20 * SECOND))
                .as("those before are forgotten")
                .isFalse();
        for (int i = 0; i < 8; i++) {
            assertThat(count.isTooMuch(true, start + 21 * SECOND)).isFalse();
        }
        assertThat(count.isTooMuch(true, start + 22 * SECOND)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000 * SECOND, 0, 1_000 * SECOND})
    void soManyFailuresAreTooMuchWithinTheIntervalOnly(long start) {
        FailureCount count = new FailureCount(rule(2, 0));
        assertThat(count.isTooMuch(true, start)).isFalse();
        assertThat(count.isTooMuch(true, start + 11 * SECOND)).isFalse();
        assertThat(count.isTooMuch(true, start + 20 * SECOND)).isTrue();
    }

    private static CircuitBreakerRule rule(int count, int percentage) {
        return new CircuitBreakerRule(
                "r", count, percentage, Duration.ofSeconds(10), List.of(), List.of(), Duration.ofSeconds(30), false);
    }
}
