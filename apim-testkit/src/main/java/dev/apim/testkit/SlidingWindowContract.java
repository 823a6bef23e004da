package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.limit.RateLimiter.Decision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a {@link dev.apim.limit.RateLimiter} that counts in a sliding window does beyond {@link RateLimiterContract}. */
public abstract class SlidingWindowContract extends RateLimiterContract {
    /** For the implementations' test classes. */
    protected SlidingWindowContract() {}

    /** By how much room may come back late, as a part of the window: 64 for a 64th. Room never comes back early. */
    protected abstract long latePart();

    /** Up to how many events within a window room comes back at the exact time. */
    protected abstract int exactUpTo();

    @Test
    void roomComesBackOneByOneAsEventsLeaveTheWindow() {
        for (int i = 0; i < 3; i++) {
            assertTrue(acquire("k", 3, MINUTE, 1).allowed());
            time.advance(Duration.ofSeconds(10));
        }
        assertEquals(new Decision(false, 0, 30), acquire("k", 3, MINUTE, 1));
        time.advance(Duration.ofSeconds(30).minusNanos(1));
        assertEquals(new Decision(false, 0, 1), acquire("k", 3, MINUTE, 1));
        time.advance(Duration.ofNanos(1));
        assertTrue(acquire("k", 3, MINUTE, 1).allowed());
        assertEquals(new Decision(false, 0, 10), acquire("k", 3, MINUTE, 1));
    }

    @Test
    void aWaitForSeveralEventsIsAsLongAsTheLastOfThemNeeds() {
        for (int i = 0; i < 4; i++) {
            acquire("k", 4, MINUTE, 1);
            time.advance(Duration.ofSeconds(5));
        }
        assertEquals(new Decision(false, 0, 50), acquire("k", 4, MINUTE, 3));
    }

    @Test
    void underRandomTrafficNoWindowHoldsMoreThanTheLimitAndNobodyIsRefusedForLong() {
        for (long seed : LongStream.range(0, 60).toArray()) {
            new Traffic(seed).run();
        }
    }

    /** Seeded traffic for one counter beside a log of every accepted event. */
    private final class Traffic {
        private final String key;
        private final Random random;
        private final long limit;
        private final Duration window;
        private final long late;
        private final Deque<long[]> accepted = new ArrayDeque<>();

        Traffic(long seed) {
            key = "seed-" + seed;
            random = new Random(seed);
            limit = seed % 3 == 0 ? 1 + random.nextInt(exactUpTo()) : 1 + random.nextInt(1_000);
            window = Duration.ofSeconds(1 + random.nextInt(120));
            late = limit <= exactUpTo() ? 0 : window.toNanos() / latePart() + 1;
        }

        void run() {
            for (int i = 0; i < 4_000; i++) {
                pause();
                long weight = random.nextInt(20) == 0 ? random.nextInt(4) : 1;
                Decision decision = acquire(key, limit, window, weight);
                judge(decision, weight);
                if (decision.allowed() && weight > 0) {
                    accepted.addLast(new long[] {time.nanos(), weight});
                }
                assertTrue(within(window.toNanos()) <= limit, () -> this + " accepted more than the limit");
            }
        }

        private void judge(Decision decision, long weight) {
            long needed = Math.max(1, weight);
            if (within(window.toNanos()) + needed > limit) {
                assertFalse(decision.allowed(), () -> this + " should refuse " + weight);
            }
            if (within(window.toNanos() + late) + needed <= limit) {
                assertTrue(decision.allowed(), () -> this + " should allow " + weight);
            }
        }

        /** Rarely long, often none, on average about what fills the window. */
        private void pause() {
            long mean = window.toNanos() / limit;
            long nanos = switch (random.nextInt(10)) {
                case 0 -> window.toNanos() / (1 + random.nextInt(8));
                case 1, 2, 3 -> 0;
                default -> (long) (mean * random.nextDouble() * 1.5);
            };
            time.advance(Duration.ofNanos(nanos));
        }

        private long within(long span) {
            long sum = 0;
            for (long[] event : accepted) {
                sum += time.nanos() - event[0] < span ? event[1] : 0;
            }
            while (!accepted.isEmpty() && time.nanos() - accepted.getFirst()[0] > 2 * window.toNanos()) {
                accepted.removeFirst();
            }
            return sum;
        }

        @Override
        public String toString() {
            return key + " (limit " + limit + " in " + window + ")";
        }
    }
}
