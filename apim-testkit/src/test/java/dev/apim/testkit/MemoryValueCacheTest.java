package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Time;
import dev.apim.cache.ValueCache;
import dev.apim.core.cache.MemoryValueCache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MemoryValueCacheTest extends ValueCacheContract {
    @Override
    protected ValueCache create(Time time) {
        return new MemoryValueCache(time, 10_000);
    }

    @Test
    void aValueLargerThanTheCacheIsRefusedAndLeavesNoOlderOneBehind() {
        cache().put("k", "v", Duration.ofMinutes(1));
        cache().put("k", "v".repeat(20_000), Duration.ofMinutes(1));

        assertThat(get("k")).isNull();
    }
}
