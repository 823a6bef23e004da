package dev.apim.core.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lane of one exchange. While an instruction runs on a worker, the worker is the lane: whatever else comes for the exchange waits
 * until it is back, so that two threads never touch the exchange at once.
 */
final class ExchangeLane implements Executor {
    private final Executor adapter;
    private final Executor workers;
    private boolean away;
    private volatile @Nullable Thread worker;
    private @Nullable Deque<Runnable> waiting;

    ExchangeLane(Executor adapter, Executor workers) {
        this.adapter = adapter;
        this.workers = workers;
    }

    @Override
    public void execute(Runnable task) {
        adapter.execute(() -> enter(task));
    }

    /** The adapter's own lane, for a task that {@link #enter}s by itself. */
    Executor adapter() {
        return adapter;
    }

    /** Runs a task on the adapter's lane, where the caller is: now, or when the worker is back. */
    void enter(Runnable task) {
        if (!away) {
            task.run();
            return;
        }
        Deque<Runnable> queue = waiting;
        if (queue == null) {
            queue = new ArrayDeque<>();
            waiting = queue;
        }
        queue.add(task);
    }

    /** Whether a task that {@link #enter}s now would run at once. */
    boolean isHere() {
        return !away;
    }

    boolean onWorker() {
        return worker == Thread.currentThread();
    }

    /** Runs work that does not touch the exchange on a worker, while the lane stays where it is; fails where none can be had. */
    <T> CompletionStage<T> onWorker(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                try {
                    done.complete(work.get());
                } catch (RuntimeException | StackOverflowError e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    /** Moves work onto a worker; {@code done} gets its answer on the lane. Whether a worker could be had. */
    boolean offload(IntSupplier work, IntConsumer done) {
        away = true;
        try {
            workers.execute(() -> {
                int answer = onWorkerThread(work);
                adapter.execute(() -> back(answer, done));
            });
            return true;
        } catch (RejectedExecutionException e) {
            away = false;
            return false;
        }
    }

    /** Does work on a worker, on the one that stands in for the lane already if the caller is on it. May be called from any thread. */
    <T> CompletionStage<T> work(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        if (onWorker()) {
            complete(done, work);
            return done;
        }
        execute(() -> {
            IntSupplier task = () -> {
                complete(done, work);
                return 0;
            };
            if (!offload(task, nothing -> {})) {
                done.completeExceptionally(new RejectedExecutionException("no worker is free"));
            }
        });
        return done;
    }

    private static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
        try {
            done.complete(work.get());
        } catch (RuntimeException | StackOverflowError e) {
            done.completeExceptionally(e);
        }
    }

    private int onWorkerThread(IntSupplier work) {
        worker = Thread.currentThread();
        LaneBackendClient.WORKER_LANE.set(adapter);
        try {
            return work.getAsInt();
        } finally {
            LaneBackendClient.WORKER_LANE.remove();
            worker = null;
        }
    }

    private void back(int answer, IntConsumer done) {
        away = false;
        done.accept(answer);
        while (!away && waiting != null && !waiting.isEmpty()) {
            waiting.poll().run();
        }
    }
}
