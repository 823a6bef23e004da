package dev.apim.testkit;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it. Thread-safe; tasks run on the thread that moves it.
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * time.schedule(Duration.ofSeconds(5), () -> ...);
 * time.advance(Duration.ofSeconds(5)); // runs it
 * }</pre>
 */
public final class VirtualTime implements Time {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private final long origin;
    private Instant wall;
    private long nanos;
    private long scheduled;

    /** Stands at the beginning of 2026. */
    public VirtualTime() {
        this(START);
    }

    /** Stands at {@code start}. */
    public VirtualTime(Instant start) {
        wall = start;
        // A monotonic clock has no particular origin: code that takes it for a date, or for positive, fails here.
        origin = -Duration.ofSeconds(7).toNanos();
        nanos = origin;
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Cancellable schedule(Duration delay, Runnable task) {
        Task added = new Task(Math.addExact(nanos, Math.max(0, delay.toNanos())), scheduled++, task);
        tasks.add(added);
        return () -> cancel(added);
    }

    /**
     * Moves both clocks on and runs what becomes due meanwhile, in the order of time and then of registration; each task sees the time
     * it was due at. What the tasks schedule within the span runs too.
     */
    public void advance(Duration span) {
        long until = moved(span);
        for (Task task = nextDue(until); task != null; task = nextDue(until)) {
            task.work().run();
        }
        moveTo(until);
    }

    /** Lets the wall clock jump, forward or back, as an administrator or a time server does; nothing becomes due. */
    public synchronized void jumpWallClock(Duration span) {
        wall = wall.plus(span);
    }

    /** How long it has been moved on since it was made. */
    public synchronized Duration elapsed() {
        return Duration.ofNanos(nanos - origin);
    }

    /** How many tasks wait for their time. */
    public synchronized int pendingTasks() {
        return tasks.size();
    }

    private synchronized long moved(Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException("time moves forward only, found " + span);
        }
        return Math.addExact(nanos, span.toNanos());
    }

    private synchronized @Nullable Task nextDue(long until) {
        Task next = tasks.peek();
        if (next == null || next.due() > until) {
            return null;
        }
        moveTo(next.due());
        return tasks.poll();
    }

    private synchronized void moveTo(long instant) {
        if (instant > nanos) {
            wall = wall.plusNanos(instant - nanos);
            nanos = instant;
        }
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private record Task(long due, long order, Runnable work) {}
}
