package dev.apim.runner.cli;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that stands still while there is something to do, and goes on to the next timer when there is not. It begins now. Of one
 * thread.
 */
final class SkippingTime implements Time {
    private final Instant start = Clock.systemUTC().instant();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long nanos;
    private long order;

    private record Timer(long due, long order, Runnable task) {}

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(Math.addExact(nanos, Math.max(0, delay.toNanos())), order++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Goes on to the next timer and runs it; {@code false} where there is none. */
    boolean skip() {
        Timer next = timers.poll();
        if (next == null) {
            return false;
        }
        nanos = next.due();
        next.task().run();
        return true;
    }
}
