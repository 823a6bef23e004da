package dev.apim.core.pipeline;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that Java cannot interrupt, on the workers, for so long: who waits for it is answered at the deadline. The worker that is lost
 * to it is counted and another takes its place, so that others do not wait; when it does end, the pool shrinks again. Of lost workers
 * there are only so many: beyond that, their number is the end of what hostile input can take. Thread-safe.
 */
public final class BoundedWork {
    /** Most workers that are replaced at a time. */
    static final int MOST_LOST = 16;

    private static final Logger LOG = LoggerFactory.getLogger(BoundedWork.class);

    private final ExecutorService workers;
    private final Time time;
    private final AtomicInteger lost = new AtomicInteger();

    /** On these workers. */
    public BoundedWork(ExecutorService workers, Time time) {
        this.workers = workers;
        this.time = time;
    }

    /** How many workers are lost now. */
    public int lost() {
        return lost.get();
    }

    /**
     * Starts work.
     *
     * @param patience from now on, its wait for a worker included
     * @return its result; a {@link TimeoutException} when it is not there in time, a {@link RejectedExecutionException} when there is
     *     too much work already
     */
    public <T> CompletionStage<T> start(Supplier<T> work, Duration patience) {
        Job<T> job = new Job<>(work);
        Cancellable timer = time.schedule(patience, job::late);
        job.done.whenComplete((value, failure) -> timer.cancel());
        try {
            workers.execute(job);
        } catch (RejectedExecutionException e) {
            job.done.completeExceptionally(e);
        }
        return job.done;
    }

    private final class Job<T> implements Runnable {
        private final Supplier<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private boolean started;
        private boolean ended;
        private boolean replaced;

        Job(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            synchronized (this) {
                if (done.isDone()) {
                    return; // nobody waits for it any more
                }
                started = true;
            }
            try {
                done.complete(work.get());
            } catch (RuntimeException | StackOverflowError e) {
                done.completeExceptionally(e);
            } finally {
                over();
            }
        }

        private synchronized void over() {
            ended = true;
            if (replaced) {
                grow(-1);
                lost.decrementAndGet();
            }
        }

        private void late() {
            synchronized (this) {
                if (started && !ended && lost.incrementAndGet() <= MOST_LOST) {
                    replaced = true;
                    grow(1);
                    LOG.warn("work is past its deadline; its worker is replaced, {} are lost now", lost.get());
                } else if (started && !ended) {
                    lost.decrementAndGet();
                    LOG.error("work is past its deadline, and {} workers are lost already", MOST_LOST);
                }
            }
            done.completeExceptionally(new TimeoutException());
        }
    }

    private void grow(int by) {
        if (workers instanceof ThreadPoolExecutor pool) {
            synchronized (pool) {
                int size = pool.getCorePoolSize() + by;
                if (by > 0) {
                    pool.setMaximumPoolSize(size);
                    pool.setCorePoolSize(size);
                } else {
                    pool.setCorePoolSize(size);
                    pool.setMaximumPoolSize(size);
                }
            }
        }
    }
}
