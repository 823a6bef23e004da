package dev.apim.runner.http;

import java.time.Duration;

/**
 * Whether bytes flow at the least rate while they should. Looked at from time to time, so that counting them costs nothing.
 *
 * <p>Patience runs out with time and grows with every byte by the time that it may take at the least rate.
 */
final class Pace {
    private final long graceNanos;
    private final long mostNanos;
    private final double nanosPerByte;
    private boolean running;
    private long then;
    private long bytesThen;
    private long patienceNanos;

    /**
     * A pace.
     *
     * @param most longest patience, however much was done before: a fast start earns no long pause
     */
    Pace(Deadlines deadlines, Duration most) {
        graceNanos = deadlines.grace().toNanos();
        mostNanos = Math.max(graceNanos, most.toNanos());
        nanosPerByte = 1_000_000_000.0 / deadlines.bytesPerSecond();
        patienceNanos = graceNanos;
    }

    /** Another request: what was seen before does not count. */
    void restart() {
        running = false;
        bytesThen = 0;
        patienceNanos = graceNanos;
    }

    /**
     * Looks again.
     *
     * @param due whether the other side has to do something
     * @param bytes all it has done so far; what was done before the first look counts too
     */
    boolean isTooSlow(long now, boolean due, long bytes) {
        long passed = running && due ? now - then : 0;
        long earned = (long) Math.min(mostNanos, (bytes - bytesThen) * nanosPerByte);
        patienceNanos = Math.min(mostNanos, patienceNanos + earned - passed);
        if (!due) {
            patienceNanos = Math.max(patienceNanos, graceNanos);
        }
        running = due;
        then = now;
        bytesThen = bytes;
        return patienceNanos < 0;
    }
}
