package dev.apim.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SlidingWindowRateLimiterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Time time = new Time() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void aFloodOfKeysIsForgottenDownToTheGreatestNumber() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(time, 100);
        for (int i = 0; i < 10_000; i++) {
            limiter.add("key-" + i, MINUTE, 1);
        }
        assertThat(limiter.liveKeys()).isLessThanOrEqualTo(100);
    }

    @Test
    void aKeyNobodyAsksForIsForgottenAfterTheLongestWindow() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(time);
        limiter.add("k", MINUTE, 1);
        nanos.addAndGet(Duration.ofSeconds(301).toNanos());
        assertThat(limiter.liveKeys()).isZero();
    }

    @Test
    void theMonotonicClockMayOverflow() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(time);
        assertThat(allowed(limiter)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(allowed(limiter)).isFalse();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(allowed(limiter)).isTrue();
    }

    @Test
    void whatBreaksTheContractIsRefusedByName() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(time);
        assertThatThrownBy(() -> limiter.acquire("k".repeat(257), 1, MINUTE, 1)).hasMessageContaining("found 257");
        assertThatThrownBy(() -> limiter.acquire("k", 0, MINUTE, 1)).hasMessageContaining("1 or more, found 0");
        assertThatThrownBy(() -> limiter.acquire("k", 1, MINUTE, -1)).hasMessageContaining("0 or more, found -1");
        assertThatThrownBy(() -> limiter.acquire("k", 1, Duration.ofSeconds(301), 1))
                .hasMessageContaining("1 to 300 seconds");
        assertThatThrownBy(() -> LimitAlgorithm.parse("leaky")).hasMessageContaining("found 'leaky'");
    }

    private static boolean allowed(SlidingWindowRateLimiter limiter) {
        return limiter.acquire("k", 1, MINUTE, 1).toCompletableFuture().join().allowed();
    }
}
