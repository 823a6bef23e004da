package dev.apim.core.policies.routing;

import dev.apim.model.CircuitBreakerRule;

/** Counts the failures of the last while, as one rule of a circuit breaker wants it. Not thread-safe: its {@link Circuit} is. */
final class FailureCount {
    /** Fewer requests than that are no sample to take a percentage of. */
    private static final int SAMPLE = 10;

    private static final int SLICES = 10;

    private final CircuitBreakerRule rule;
    private final long interval;
    /** When the last failures were, as a ring; of a rule that counts. */
    private final long[] failures;
    /** Requests and failures in each tenth of the interval, as a ring; of a rule of percentages. */
    private final int[][] slices;

    /** The monotonic clock may begin anywhere, below zero too. */
    private long newest = Long.MIN_VALUE;

    private long seen;

    FailureCount(CircuitBreakerRule rule) {
        this.rule = rule;
        this.interval = rule.interval().toNanos();
        this.failures = new long[rule.count()];
        this.slices = new int[rule.count() > 0 ? 0 : SLICES][2];
    }

    CircuitBreakerRule rule() {
        return rule;
    }

    /** Notes a request that has ended, and tells whether there were too many failures. */
    boolean isTooMuch(boolean failed, long now) {
        return rule.count() > 0 ? failed && failedOften(now) : failedMostly(failed, now);
    }

    private boolean failedOften(long now) {
        failures[(int) (seen % failures.length)] = now;
        seen++;
        // The next to be written over is the oldest of as many as the rule names.
        return seen >= failures.length && now - failures[(int) (seen % failures.length)] <= interval;
    }

    private boolean failedMostly(boolean failed, long now) {
        turnTo(Math.floorDiv(now, Math.max(1, interval / SLICES)));
        int[] slice = slices[(int) Math.floorMod(newest, (long) SLICES)];
        slice[0]++;
        slice[1] += failed ? 1 : 0;
        int requests = 0;
        int failures = 0;
        for (int[] each : slices) {
            requests += each[0];
            failures += each[1];
        }
        return failed && requests >= SAMPLE && 100L * failures >= (long) rule.percentage() * requests;
    }

    private void turnTo(long slice) {
        long first = Math.max(newest + 1, slice - SLICES + 1);
        for (long i = first; i <= slice; i++) {
            int[] old = slices[(int) Math.floorMod(i, (long) SLICES)];
            old[0] = 0;
            old[1] = 0;
        }
        newest = Math.max(newest, slice);
    }

    /** Begins anew. */
    void clear() {
        seen = 0;
        for (int[] slice : slices) {
            slice[0] = 0;
            slice[1] = 0;
        }
    }
}
