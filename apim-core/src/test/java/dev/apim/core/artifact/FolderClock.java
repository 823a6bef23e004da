package dev.apim.core.artifact;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is moved; its tasks run on the thread that moves it. */
final class FolderClock implements Time {
    private final List<Task> tasks = new ArrayList<>();
    private long nanos;

    private record Task(long due, Runnable action) {}

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable action) {
        Task task = new Task(nanos + delay.toNanos(), action);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    void advance(Duration by) {
        long end = nanos + by.toNanos();
        for (Optional<Task> next = due(end); next.isPresent(); next = due(end)) {
            nanos = next.get().due();
            tasks.remove(next.get());
            next.get().action().run();
        }
        nanos = end;
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    private Optional<Task> due(long end) {
        return tasks.stream().filter(task -> task.due() <= end).min(Comparator.comparingLong(Task::due));
    }
}
