package dev.apim.core.time;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until it is moved. */
public final class StillTime implements Time {
    private final List<Task> tasks = new ArrayList<>();
    private final Instant start;
    private long nanos;

    /** At the epoch. */
    public StillTime() {
        this(Instant.EPOCH);
    }

    /** At a moment. */
    public StillTime(Instant start) {
        this.start = start;
    }

    private record Task(long due, Runnable task) {}

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
        Task added = new Task(nanos + delay.toNanos(), task);
        tasks.add(added);
        return () -> tasks.remove(added);
    }

    /** Moves it, running what comes due. */
    public void advance(Duration by) {
        long end = nanos + by.toNanos();
        while (true) {
            Task next = tasks.stream()
                    .filter(t -> t.due <= end)
                    .min(Comparator.comparingLong(Task::due))
                    .orElse(null);
            if (next == null) {
                nanos = end;
                return;
            }
            nanos = next.due;
            tasks.remove(next);
            next.task.run();
        }
    }

    /** How many timers are set. */
    public int waiting() {
        return tasks.size();
    }
}
