package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Time;
import dev.apim.cache.ValueCache;
import dev.apim.core.cache.MemoryValueCache;
import dev.apim.core.expression.csharp.json.JsonReading;
import java.time.Duration;
import java.util.List;
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

    @Test
    void aTreeCountsByItsContent() {
        String text = "x".repeat(4_000);
        cache().put("json", JsonReading.parseObject("{\"a\":{\"b\":\"" + text + "\"}}"), Duration.ofMinutes(1));
        cache().put("array", new Object[] {List.of(text, text)}, Duration.ofMinutes(1));
        cache().put("small", JsonReading.parseObject("{\"a\":1}"), Duration.ofMinutes(1));

        assertThat(get("json")).isNull();
        assertThat(get("array")).isNull();
        assertThat(get("small")).isNotNull();
    }
}
