package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.Time;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.QuotaCounter.Count;
import dev.apim.limit.QuotaCounter.Decision;
import dev.apim.limit.QuotaCounter.Exceeded;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link QuotaCounter} does. A test of an implementation extends it.
 *
 * <pre>{@code
 * final class MyCounterTest extends QuotaCounterContract {
 *     protected QuotaCounter create(Time time) {
 *         return new MyCounter(time);
 *     }
 * }
 * }</pre>
 */
public abstract class QuotaCounterContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Renewal HOURLY = new Renewal(START, Duration.ofHours(1));
    private static final Renewal NEVER = new Renewal(START, Duration.ZERO);

    /** The clock of the counter under test. */
    protected final VirtualTime time = new VirtualTime(START);

    private final QuotaCounter counter = create(time);

    /** For the implementations' test classes. */
    protected QuotaCounterContract() {}

    /** An implementation without any counts that asks {@code time}; called once per test. */
    protected abstract QuotaCounter create(Time time);

    /** Asks the counter under test and waits for the answer. */
    protected final Decision acquire(String key, Renewal renewal, Limit limit, long calls) {
        return counter.acquire(key, renewal, limit, calls).toCompletableFuture().join();
    }

    /** Adds to the counter under test and waits until that is done. */
    protected final void add(String key, Renewal renewal, long calls, long bytes) {
        counter.add(key, renewal, calls, bytes).toCompletableFuture().join();
    }

    /** Closes the counter under test. */
    @AfterEach
    protected final void close() {
        counter.close();
    }

    private boolean takes(String key, Renewal renewal, long calls) {
        return acquire(key, renewal, Limit.ofCalls(calls), 1).allowed();
    }

    @Test
    void asManyCallsAsTheLimitAreAllowedAndARefusalAddsNothing() {
        for (int i = 0; i < 3; i++) {
            assertTrue(takes("k", HOURLY, 3));
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    Exceeded.CALLS, acquire("k", HOURLY, Limit.ofCalls(3), 1).exceeded());
        }
        assertTrue(takes("k", HOURLY, 4));
    }

    @Test
    void aRefusalTellsHowLongUntilTheNextWindowAndThenThereIsRoom() {
        takes("k", HOURLY, 1);
        time.advance(Duration.ofMinutes(20));
        Decision refused = acquire("k", HOURLY, Limit.ofCalls(1), 1);
        assertEquals(Duration.ofMinutes(40), refused.replenished());
        time.advance(Duration.ofMinutes(40).minusSeconds(1));
        assertFalse(takes("k", HOURLY, 1));
        time.advance(Duration.ofSeconds(1));
        assertTrue(takes("k", HOURLY, 1));
        assertFalse(takes("k", HOURLY, 1));
    }

    @Test
    void aWindowWithoutEndIsNeverReplenished() {
        takes("k", NEVER, 1);
        time.advance(Duration.ofDays(5000));
        Decision refused = acquire("k", NEVER, Limit.ofCalls(1), 1);
        assertFalse(refused.allowed());
        assertNull(refused.replenished());
    }

    @Test
    void bytesUseUpAQuotaOfTheirOwn() {
        Limit limit = new Limit(Long.MAX_VALUE, 1_000);
        add("k", HOURLY, 0, 999);
        assertTrue(acquire("k", HOURLY, limit, 1).allowed());
        add("k", HOURLY, 0, 500);
        assertEquals(Exceeded.BYTES, acquire("k", HOURLY, limit, 1).exceeded());
        time.advance(Duration.ofHours(1));
        assertTrue(acquire("k", HOURLY, limit, 1).allowed());
    }

    @Test
    void weightZeroAsksWithoutAdding() {
        assertTrue(acquire("k", HOURLY, Limit.ofCalls(1), 0).allowed());
        assertTrue(acquire("k", HOURLY, Limit.ofCalls(1), 0).allowed());
        assertTrue(takes("k", HOURLY, 1));
        assertFalse(acquire("k", HOURLY, Limit.ofCalls(1), 0).allowed());
    }

    @Test
    void whatIsAddedCountsEvenBeyondTheLimit() {
        add("k", HOURLY, 7, 0);
        assertFalse(takes("k", HOURLY, 7));
        assertTrue(takes("k", HOURLY, 8));
    }

    @Test
    void aDecisionTellsWhatTheWindowHolds() {
        add("k", HOURLY, 2, 700);
        assertEquals(
                new Count(5, 700), acquire("k", HOURLY, Limit.ofCalls(5), 3).used());
        assertEquals(
                new Count(5, 700), acquire("k", HOURLY, Limit.ofCalls(5), 1).used());
        time.advance(Duration.ofHours(1));
        assertEquals(new Count(0, 0), acquire("k", HOURLY, Limit.ofCalls(5), 0).used());
    }

    @Test
    void aMonthLastsAsLongAsTheCalendarSays() {
        Renewal monthly = Renewal.ofMonths(1);
        assertTrue(takes("k", monthly, 1));
        assertEquals(
                Duration.between(START, Instant.parse("2026-04-01T00:00:00Z")),
                acquire("k", monthly, Limit.ofCalls(1), 1).replenished());
        time.advance(Duration.between(START, Instant.parse("2026-03-31T23:59:59Z")));
        assertFalse(takes("k", monthly, 1));
        time.advance(Duration.ofSeconds(1));
        assertTrue(takes("k", monthly, 1));
        time.advance(Duration.ofDays(30));
        assertTrue(takes("k", monthly, 1));
    }

    @Test
    void aYearIsACounterOfItsOwn() {
        Renewal yearly = Renewal.ofMonths(12);
        assertTrue(takes("k", Renewal.ofMonths(1), 1));
        assertTrue(takes("k", yearly, 1));
        time.advance(Duration.ofDays(100));
        assertFalse(takes("k", yearly, 1));
        time.advance(Duration.between(time.now(), Instant.parse("2027-01-01T00:00:00Z")));
        assertTrue(takes("k", yearly, 1));
    }

    @Test
    void anotherKeyPeriodOrAlignmentIsAnotherCounter() {
        assertTrue(takes("k", HOURLY, 1));
        assertTrue(takes("K", HOURLY, 1));
        assertTrue(takes("k", new Renewal(START, Duration.ofHours(2)), 1));
        assertTrue(takes("k", new Renewal(START.plusSeconds(60), Duration.ofHours(1)), 1));
        assertTrue(takes("k", NEVER, 1));
        assertFalse(takes("k", HOURLY, 1));
    }

    @Test
    void anOriginWholePeriodsAwayIsTheSameCounter() {
        assertTrue(takes("k", HOURLY, 1));
        assertFalse(takes("k", new Renewal(START.minus(Duration.ofDays(90)), Duration.ofHours(1)), 1));
    }

    @Test
    void aJumpOfTheWallClockOpensNoWindowAndClosesNoneLate() {
        takes("k", HOURLY, 1);
        time.jumpWallClock(Duration.ofHours(1));
        assertFalse(takes("k", HOURLY, 1));
        time.jumpWallClock(Duration.ofHours(-2));
        assertFalse(takes("k", HOURLY, 1));
        time.advance(Duration.ofHours(1));
        assertTrue(takes("k", HOURLY, 1));
    }

    @Test
    void manyThreadsTogetherGetExactlyTheLimit() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    int allowed = 0;
                    for (int n = 0; n < 200; n++) {
                        allowed += takes("k", HOURLY, 300) ? 1 : 0;
                    }
                    return allowed;
                }));
            }
            start.countDown();
            int allowed = 0;
            for (Future<Integer> thread : running) {
                allowed += thread.get();
            }
            assertEquals(300, allowed);
        } finally {
            pool.shutdownNow();
        }
    }
}
