package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.Time;
import dev.apim.limit.RateLimiter;
import dev.apim.limit.RateLimiter.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RateLimiter} does, whatever its algorithm. A test of an implementation extends it.
 *
 * <pre>{@code
 * final class MyLimiterTest extends RateLimiterContract {
 *     protected RateLimiter create(Time time) {
 *         return new MyLimiter(time);
 *     }
 * }
 * }</pre>
 */
public abstract class RateLimiterContract {
    /** The window most of these tests count in. */
    protected static final Duration MINUTE = Duration.ofMinutes(1);

    /** The clock of the limiter under test. */
    protected final VirtualTime time = new VirtualTime();

    private final RateLimiter limiter = create(time);

    /** For the implementations' test classes. */
    protected RateLimiterContract() {}

    /** An implementation without any counts that asks {@code time}; called once per test. */
    protected abstract RateLimiter create(Time time);

    /** The limiter under test. */
    protected final RateLimiter limiter() {
        return limiter;
    }

    /** Asks the limiter under test and waits for the answer. */
    protected final Decision acquire(String key, long limit, Duration window, long weight) {
        return limiter.acquire(key, limit, window, weight).toCompletableFuture().join();
    }

    /** Adds to the limiter under test and waits until that is done. */
    protected final void add(String key, Duration window, long weight) {
        limiter.add(key, window, weight).toCompletableFuture().join();
    }

    @Test
    void asManyEventsAsTheLimitAreAllowedAndTheRemainderCountsDown() {
        assertEquals(new Decision(true, 2, 0), acquire("k", 3, MINUTE, 1));
        assertEquals(new Decision(true, 1, 0), acquire("k", 3, MINUTE, 1));
        assertEquals(new Decision(true, 0, 0), acquire("k", 3, MINUTE, 1));
        assertFalse(acquire("k", 3, MINUTE, 1).allowed());
    }

    @Test
    void whoWaitsAsLongAsToldFindsRoomAndWhoWaitsASecondLessDoesNot() {
        for (int i = 0; i < 3; i++) {
            acquire("k", 3, MINUTE, 1);
            time.advance(Duration.ofMillis(700));
        }
        Decision refused = acquire("k", 3, MINUTE, 1);
        assertTrue(refused.retryAfterSeconds() >= 1, refused::toString);
        time.advance(Duration.ofSeconds(refused.retryAfterSeconds() - 1));
        assertFalse(acquire("k", 3, MINUTE, 1).allowed());
        time.advance(Duration.ofSeconds(1));
        assertTrue(acquire("k", 3, MINUTE, 1).allowed());
    }

    @Test
    void aRefusalAddsNothing() {
        acquire("k", 1, MINUTE, 1);
        for (int i = 0; i < 50; i++) {
            assertFalse(acquire("k", 1, MINUTE, 1).allowed());
        }
        time.advance(MINUTE);
        assertTrue(acquire("k", 1, MINUTE, 1).allowed());
    }

    @Test
    void aFullWindowWithoutEventsGivesAllRoomBack() {
        acquire("k", 5, MINUTE, 5);
        time.advance(MINUTE);
        assertEquals(new Decision(true, 0, 0), acquire("k", 5, MINUTE, 5));
    }

    @Test
    void aWeightCountsAsThatManyEventsAndIsTakenWholeOrNotAtAll() {
        assertEquals(new Decision(true, 3, 0), acquire("k", 10, MINUTE, 7));
        Decision refused = acquire("k", 10, MINUTE, 4);
        assertAll(
                () -> assertFalse(refused.allowed()),
                () -> assertEquals(3, refused.remaining()),
                () -> assertEquals(new Decision(true, 0, 0), acquire("k", 10, MINUTE, 3)));
    }

    @Test
    void aWeightAboveTheLimitNeverFitsAndSaysToWaitAWindow() {
        assertEquals(new Decision(false, 10, 60), acquire("k", 10, MINUTE, 11));
        assertEquals(new Decision(true, 0, 0), acquire("k", 10, MINUTE, 10));
    }

    @Test
    void weightZeroAsksWithoutAdding() {
        assertEquals(new Decision(true, 1, 0), acquire("k", 1, MINUTE, 0));
        assertEquals(new Decision(true, 1, 0), acquire("k", 1, MINUTE, 0));
        assertTrue(acquire("k", 1, MINUTE, 1).allowed());
        assertFalse(acquire("k", 1, MINUTE, 0).allowed());
    }

    @Test
    void whatIsAddedCountsEvenBeyondTheLimitAndBeforeAnybodyAsked() {
        add("k", MINUTE, 2);
        assertEquals(new Decision(true, 0, 0), acquire("k", 3, MINUTE, 1));
        add("k", MINUTE, 5);
        Decision refused = acquire("k", 3, MINUTE, 1);
        assertAll(
                () -> assertFalse(refused.allowed()),
                () -> assertEquals(0, refused.remaining()),
                () -> assertTrue(refused.retryAfterSeconds() >= 1));
    }

    @Test
    void aCounterIsSharedByAllWhoAskWithItsKeyAndWindowWhateverTheirLimits() {
        acquire("k", 10, MINUTE, 3);
        assertFalse(acquire("k", 3, MINUTE, 1).allowed());
        assertEquals(new Decision(true, 6, 0), acquire("k", 10, MINUTE, 1));
        assertEquals(new Decision(true, 0, 0), acquire("k", 5, MINUTE, 1));
    }

    @Test
    void anotherKeyOrAnotherWindowIsAnotherCounter() {
        acquire("k", 1, MINUTE, 1);
        assertTrue(acquire("K", 1, MINUTE, 1).allowed());
        assertTrue(acquire("k", 1, Duration.ofSeconds(30), 1).allowed());
        assertFalse(acquire("k", 1, MINUTE, 1).allowed());
    }

    @Test
    void jumpsOfTheWallClockGiveNoRoomAndTakeNone() {
        acquire("k", 2, MINUTE, 1);
        time.jumpWallClock(Duration.ofHours(1));
        assertTrue(acquire("k", 2, MINUTE, 1).allowed());
        assertFalse(acquire("k", 2, MINUTE, 1).allowed());
        time.jumpWallClock(Duration.ofHours(-2));
        assertFalse(acquire("k", 2, MINUTE, 1).allowed());
        time.advance(MINUTE);
        assertEquals(new Decision(true, 0, 0), acquire("k", 2, MINUTE, 2));
    }

    @Test
    void manyThreadsTogetherGetExactlyTheLimit() throws Exception {
        int threads = 8;
        long limit = 2_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            Callable<Integer> greedy = () -> {
                start.await();
                int allowed = 0;
                for (int i = 0; i < 1_000; i++) {
                    allowed += acquire("k", limit, MINUTE, 1).allowed() ? 1 : 0;
                }
                return allowed;
            };
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(greedy));
            }
            start.countDown();
            long allowed = 0;
            for (Future<Integer> thread : running) {
                allowed += thread.get();
            }
            assertEquals(limit, allowed);
        } finally {
            pool.shutdownNow();
        }
    }
}
