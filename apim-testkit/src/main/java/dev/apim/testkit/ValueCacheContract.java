package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.apim.Time;
import dev.apim.cache.ValueCache;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ValueCache} does, wherever it keeps values. A test of an implementation extends it.
 *
 * <pre>{@code
 * final class MyCacheTest extends ValueCacheContract {
 *     protected ValueCache create(Time time) {
 *         return new MyCache(time);
 *     }
 * }
 * }</pre>
 */
public abstract class ValueCacheContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The clock of the cache under test. */
    protected final VirtualTime time = new VirtualTime();

    private final ValueCache cache = create(time);

    /** For the implementations' test classes. */
    protected ValueCacheContract() {}

    /** An empty cache that asks {@code time}; called once per test. */
    protected abstract ValueCache create(Time time);

    /** The cache under test. */
    protected final ValueCache cache() {
        return cache;
    }

    /** Asks the cache under test and waits for the answer. */
    protected final @Nullable Object get(String key) {
        return cache.get(key).toCompletableFuture().join();
    }

    @Test
    void whatIsStoredIsFoundWithItsType() {
        List<Object> values = List.of("ä\r\n", 1, 1L, 1.5, true, new BigDecimal("1.10"), 'c');
        for (Object value : values) {
            cache.put("k", value, MINUTE);
            assertEquals(value, get("k"));
        }
    }

    @Test
    void whatWasNotStoredIsNotFound() {
        assertNull(get("k"));
        cache.put("k", "v", MINUTE);
        assertNull(get("K"));
    }

    @Test
    void aValueLivesAsLongAsItWasSaidAndNoLonger() {
        cache.put("k", "v", MINUTE);

        time.advance(MINUTE.minusMillis(1));
        assertNotNull(get("k"));
        time.advance(Duration.ofMillis(1));
        assertNull(get("k"));
    }

    @Test
    void readingDoesNotLengthenALife() {
        cache.put("k", "v", MINUTE);
        time.advance(MINUTE.dividedBy(2));
        assertNotNull(get("k"));
        time.advance(MINUTE.dividedBy(2));
        assertNull(get("k"));
    }

    @Test
    void aSecondValueReplacesTheFirstAndItsLife() {
        cache.put("k", "long", MINUTE.multipliedBy(3));
        cache.put("k", "short", MINUTE);

        assertEquals("short", get("k"));
        time.advance(MINUTE);
        assertNull(get("k"));
    }

    @Test
    void whatIsRemovedIsGone() {
        cache.put("k", "v", MINUTE);
        cache.put("other", "w", MINUTE);

        cache.remove("k");
        cache.remove("k");

        assertNull(get("k"));
        assertEquals("w", get("other"));
    }

    @Test
    void aJumpOfTheWallClockChangesNoLife() {
        cache.put("k", "v", MINUTE);

        time.jumpWallClock(Duration.ofHours(1));
        assertNotNull(get("k"));
        time.jumpWallClock(Duration.ofHours(-2));
        time.advance(MINUTE);
        assertNull(get("k"));
    }
}
