package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Time;
import dev.apim.cache.ResponseCache;
import dev.apim.core.cache.MemoryResponseCache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MemoryResponseCacheTest extends ResponseCacheContract {
    private static final int LARGEST_BODY = 1_000;

    @Override
    protected ResponseCache create(Time time) {
        return new MemoryResponseCache(time, 10_000, LARGEST_BODY);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        cache().put("k", response(200, new byte[LARGEST_BODY + 1]), Duration.ofMinutes(1));

        assertThat(get("k")).isNull();
    }

    @Test
    void itNeverHoldsMoreThanItMayHoldInAll() {
        for (int i = 0; i < 1_000; i++) {
            cache().put("k" + i, response(200, new byte[LARGEST_BODY]), Duration.ofMinutes(1));
        }

        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            held += get("k" + i) == null ? 0 : 1;
        }
        assertThat(held).isLessThan(10);
    }
}
