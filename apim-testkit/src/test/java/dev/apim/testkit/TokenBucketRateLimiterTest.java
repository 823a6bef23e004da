package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Time;
import dev.apim.core.limit.LimitAlgorithm;
import dev.apim.limit.RateLimiter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokenBucketRateLimiterTest extends RateLimiterContract {
    @Override
    protected RateLimiter create(Time time) {
        return LimitAlgorithm.parse("token-bucket").create(time);
    }

    @Test
    void tokensFlowBackSteadilyAfterTheBucketWasSpent() {
        assertThat(acquire("k", 60, MINUTE, 60).allowed()).isTrue();
        for (int second = 0; second < 10; second++) {
            assertThat(acquire("k", 60, MINUTE, 1)).isEqualTo(new RateLimiter.Decision(false, 0, 1));
            time.advance(Duration.ofSeconds(1));
            assertThat(acquire("k", 60, MINUTE, 1).allowed()).isTrue();
        }
    }
}
