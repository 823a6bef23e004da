package dev.apim.core.time;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of this machine, with one daemon thread as its timer. Thread-safe. The thread starts with the first task and ends with
 * {@link #close()}.
 */
public final class SystemTime implements Time, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTime.class);
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, SystemTime::thread);

    /** A running clock. */
    public SystemTime() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException after {@link #close()}
     */
    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        long nanos = delay.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : delay.toNanos();
        try {
            Future<?> scheduled = timer.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the clock was closed: nothing can be scheduled any more", closed);
        }
    }

    /** Ends the timer thread; tasks that have not started never run. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("A timer task failed; later tasks are not affected", failure);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "apim-timer");
        thread.setDaemon(true);
        return thread;
    }
}
