package dev.apim.core.event;

import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one logger on their way: a bounded queue, and a thread of its own while there is something to write, so that a
 * destination that is slow or down holds up nobody else's events. Thread-safe.
 */
final class EventQueue {
    /** How many events may wait. */
    static final int MAX_EVENTS = 10_000;

    /** How many characters of events may wait. */
    static final long MAX_CHARACTERS = 32L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

    private final String name;
    private final EventChannel channel;
    private final ThreadPoolExecutor writer;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    EventQueue(String name, EventChannel channel) {
        this.name = name;
        this.channel = channel;
        this.writer = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_EVENTS), task -> {
            Thread thread = new Thread(task, "apim-events-" + name);
            thread.setDaemon(true);
            return thread;
        });
        writer.allowCoreThreadTimeOut(true);
    }

    boolean offer(Event event) {
        long size = event.text().length() + 64L;
        if (waiting.addAndGet(size) > MAX_CHARACTERS) {
            waiting.addAndGet(-size);
            return refused();
        }
        try {
            writer.execute(() -> write(event, size));
            return true;
        } catch (RejectedExecutionException full) {
            waiting.addAndGet(-size);
            return refused();
        }
    }

    /** One that cannot be written says nothing about the next. */
    private void write(Event event, long size) {
        try {
            channel.write(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (isRound(failed.incrementAndGet())) {
                LOG.warn("logger {}: {} events could not be written; the last: {}", name, failed.get(), reason(e));
            }
        } finally {
            waiting.addAndGet(-size);
        }
    }

    private boolean refused() {
        if (isRound(dropped.incrementAndGet())) {
            LOG.warn("logger {}: {} events were dropped, since too many wait to be written", name, dropped.get());
        }
        return false;
    }

    /** A message may quote what was to be written, so only its kind is told. */
    private static String reason(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    /** 1, 2, 4, 8, …: enough to see it, not enough to drown in it. */
    private static boolean isRound(long count) {
        return Long.bitCount(count) == 1;
    }

    long dropped() {
        return dropped.get();
    }

    long failed() {
        return failed.get();
    }

    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
        }
        channel.close();
    }

    private void abandon() {
        int left = writer.shutdownNow().size();
        dropped.addAndGet(left);
        if (left > 0) {
            LOG.warn(
                    "logger {}: {} events were dropped, since they could not be written in time at the end",
                    name,
                    left);
        }
    }
}
