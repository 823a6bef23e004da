package dev.apim.runner.http;

/** Whether bytes flow at the least rate while they should. Looked at from time to time, so that counting them costs nothing. */
final class Pace {
    private final long graceNanos;
    private final int bytesPerSecond;
    private boolean running;
    private long since;
    private long bytesThen;

    Pace(Deadlines deadlines) {
        graceNanos = deadlines.grace().toNanos();
        bytesPerSecond = deadlines.bytesPerSecond();
    }

    /** Another request: what was seen before does not count. */
    void restart() {
        running = false;
    }

    /**
     * Looks again.
     *
     * @param due whether the other side has to do something
     * @param bytes all it has done so far
     */
    boolean isTooSlow(long now, boolean due, long bytes) {
        if (!due || !running) {
            running = due;
            since = now;
            bytesThen = bytes;
            return false;
        }
        long nanos = now - since;
        long done = bytes - bytesThen;
        if (nanos < graceNanos) {
            return false;
        }
        if (done * 1_000_000_000.0 < (double) bytesPerSecond * nanos) {
            return true;
        }
        since = now - graceNanos / 2; // judge recent times only: a fast start earns no long pause
        bytesThen = bytes;
        return false;
    }
}
