package dev.apim.core.limit;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when counters are written: a second after the first change, as soon as there are many, or, in strict mode, at once and before
 * anybody goes on. A thread of its own writes, one write at a time; what comes meanwhile goes with the next. A write that fails is
 * logged and tried again a second later.
 */
final class QuotaFlush {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaFlush.class);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final long MANY = 100;
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final Time time;
    private final boolean strict;
    private final Save save;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "apim-quotas");
        thread.setDaemon(true);
        return thread;
    });
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private Cancellable timer = Cancellable.none();
    private boolean timed;
    private boolean writing;
    private boolean closed;
    private long unsaved;

    /** Writes what has changed. */
    interface Save {
        void run() throws IOException;
    }

    QuotaFlush(Time time, boolean strict, Save save) {
        this.time = time;
        this.strict = strict;
        this.save = save;
    }

    /** Notes calls; the stage completes when whoever made them may go on. */
    synchronized CompletionStage<Void> counted(long calls) {
        unsaved += calls;
        if (!strict) {
            schedule();
            return DONE;
        }
        CompletableFuture<Void> written = new CompletableFuture<>();
        if (closed) {
            written.completeExceptionally(new IOException("the quota counter is closed"));
        } else {
            waiting.add(written);
            start();
        }
        return written;
    }

    private void schedule() {
        if (closed) {
            return;
        }
        if (unsaved >= MANY) {
            start();
        } else if (!timed) {
            timed = true;
            timer = time.schedule(WINDOW, this::due);
        }
    }

    private synchronized void due() {
        timed = false;
        if (unsaved > 0 && !closed) {
            start();
        }
    }

    private void start() {
        if (!writing) {
            writing = true;
            writer.execute(this::write);
        }
    }

    private void write() {
        List<CompletableFuture<Void>> served;
        synchronized (this) {
            served = waiting;
            waiting = new ArrayList<>();
            unsaved = 0;
        }
        IOException failure = saved();
        synchronized (this) {
            writing = false;
            unsaved += failure == null ? 0 : 1;
            again(failure != null);
        }
        for (CompletableFuture<Void> stage : served) {
            if (failure == null) {
                stage.complete(null);
            } else {
                stage.completeExceptionally(failure);
            }
        }
    }

    private void again(boolean failed) {
        if (closed) {
            return;
        }
        if (!waiting.isEmpty() || !failed && unsaved >= MANY) {
            start();
        } else if (unsaved > 0 && !timed) {
            timed = true;
            timer = time.schedule(WINDOW, this::due);
        }
    }

    private @Nullable IOException saved() {
        try {
            save.run();
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.error("Quota counters cannot be written: check disk and rights of the state directory", e);
            return e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Writes what is left; blocks. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            timer.cancel();
            writer.execute(this::write);
        }
        writer.shutdown();
        try {
            if (!writer.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.error("Quota counters were not written in time while closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
