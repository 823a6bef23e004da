package dev.apim.runner.cli;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock for work in which nothing waits. */
final class StoppedTime implements Time {
    private final Instant start = Clock.systemUTC().instant();

    @Override
    public Instant now() {
        return start;
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return Cancellable.none();
    }
}
