package dev.apim.runner.http;

/**
 * Sees whether a client takes too long, from looks at its connection once in a while: the hot path counts phases and bytes and never
 * asks the clock.
 */
final class Watch {
    private final Deadlines deadlines;
    private final Pace reading;
    private final Pace writing;
    private int phase = -1;
    private long since;

    Watch(Deadlines deadlines) {
        this.deadlines = deadlines;
        reading = new Pace(deadlines, deadlines.grace());
        writing = new Pace(deadlines, deadlines.pause());
    }

    /** Starts anew whenever the connection's phase is another than at the last look. */
    void phase(long now, int current) {
        if (phase != current) {
            phase = current;
            since = now;
            reading.restart();
            writing.restart();
        }
    }

    boolean headIsLate(long now) {
        return now - since > deadlines.head().toNanos();
    }

    boolean isIdleTooLong(long now, boolean draining) {
        return now - since > (draining ? deadlines.linger() : deadlines.idle()).toNanos();
    }

    boolean hasLingered(long now) {
        return now - since > deadlines.linger().toNanos();
    }

    boolean readsTooSlowly(long now, boolean due, long bytes) {
        return reading.isTooSlow(now, due, bytes);
    }

    boolean writesTooSlowly(long now, boolean due, long bytes) {
        return writing.isTooSlow(now, due, bytes);
    }
}
