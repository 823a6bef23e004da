package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.Time;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.http.Headers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ResponseCache} does, wherever it keeps responses. A test of an implementation extends it.
 *
 * <pre>{@code
 * final class MyCacheTest extends ResponseCacheContract {
 *     protected ResponseCache create(Time time) {
 *         return new MyCache(time);
 *     }
 * }
 * }</pre>
 */
public abstract class ResponseCacheContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The clock of the cache under test. */
    protected final VirtualTime time = new VirtualTime();

    private final ResponseCache cache = create(time);

    /** For the implementations' test classes. */
    protected ResponseCacheContract() {}

    /** An empty cache that asks {@code time}; called once per test. */
    protected abstract ResponseCache create(Time time);

    /** The cache under test. */
    protected final ResponseCache cache() {
        return cache;
    }

    /** Asks the cache under test and waits for the answer. */
    protected final @Nullable CachedResponse get(String key) {
        return cache.get(key).toCompletableFuture().join();
    }

    /** A response with one field, stored now. */
    protected final CachedResponse response(int status, byte... body) {
        return new CachedResponse(status, "Fine", Headers.of("X-A", "ä"), body, time.nanos());
    }

    @Test
    void whatIsStoredIsFoundAsItWas() {
        Headers headers = new Headers();
        headers.add("Set-Cookie", "a=1");
        headers.add("set-cookie", "b=2");
        headers.add("X-A", "");
        byte[] body = {0, 1, (byte) 0xff, '\r', '\n'};
        cache.put("k", new CachedResponse(203, "Fine", headers, body, time.nanos()), MINUTE);

        CachedResponse found = get("k");

        assertNotNull(found);
        assertEquals(203, found.status());
        assertEquals("Fine", found.reason());
        assertArrayEquals(body, found.body());
        assertEquals(3, found.headers().size());
        for (int i = 0; i < 3; i++) {
            assertTrue(headers.nameAt(i).equalsIgnoreCase(found.headers().nameAt(i)));
            assertEquals(headers.valueAt(i), found.headers().valueAt(i));
        }
    }

    @Test
    void whatWasNotStoredIsNotFound() {
        assertNull(get("k"));
    }

    @Test
    void keysAreComparedToTheLetter() {
        cache.put("/a?b=ä", response(200), MINUTE);

        assertNull(get("/A?b=ä"));
        assertNull(get("/a?b=a"));
        assertNotNull(get("/a?b=ä"));
    }

    @Test
    void anEntryLivesAsLongAsItWasSaidAndNoLonger() {
        cache.put("k", response(200), MINUTE);

        time.advance(MINUTE.minusMillis(1));
        assertNotNull(get("k"));
        time.advance(Duration.ofMillis(1));
        assertNull(get("k"));
    }

    @Test
    void readingDoesNotLengthenALife() {
        cache.put("k", response(200), MINUTE);
        for (int i = 0; i < 59; i++) {
            time.advance(Duration.ofSeconds(1));
            assertNotNull(get("k"));
        }
        time.advance(Duration.ofSeconds(1));
        assertNull(get("k"));
    }

    @Test
    void aSecondEntryReplacesTheFirstAndItsLife() {
        cache.put("k", response(200), MINUTE);
        cache.put("k", response(404), MINUTE.multipliedBy(3));

        time.advance(MINUTE.multipliedBy(2));

        CachedResponse found = get("k");
        assertNotNull(found);
        assertEquals(404, found.status());
    }

    @Test
    void theAgeCanBeToldFromWhenItWasStored() {
        cache.put("k", response(200), MINUTE);
        time.advance(Duration.ofSeconds(7));

        CachedResponse found = get("k");

        assertNotNull(found);
        assertEquals(Duration.ofSeconds(7).toNanos(), time.nanos() - found.storedAtNanos());
    }

    @Test
    void aJumpOfTheWallClockChangesNoLife() {
        cache.put("k", response(200), MINUTE);

        time.jumpWallClock(Duration.ofHours(1));
        assertNotNull(get("k"));
        time.jumpWallClock(Duration.ofHours(-2));
        time.advance(MINUTE);
        assertNull(get("k"));
    }

    @Test
    void aBodyOfTheSizeWorthOfferingIsTakenOrRefusedButNeverCut() {
        byte[] body = new byte[cache.maxBodyBytes()];
        cache.put("k", response(200, body), MINUTE);

        CachedResponse found = get("k");

        assertTrue(found == null || found.body().length == body.length);
    }

    @Test
    void aRefusedEntryLeavesNoOlderOneBehind() {
        cache.put("k", response(200), MINUTE);
        cache.put("k", response(404, new byte[cache.maxBodyBytes() + 1]), MINUTE);

        CachedResponse found = get("k");

        assertTrue(found == null || found.status() == 404, "what is out of date is not served");
    }
}
