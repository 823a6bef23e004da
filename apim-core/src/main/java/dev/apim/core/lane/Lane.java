package dev.apim.core.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one exchange one after the other, on whatever threads there are: on the thread that has taken the lane, while one
 * has; otherwise on the thread that brings the task.
 *
 * <p>A server's thread {@linkplain #take() takes} the lane, works, and then either {@linkplain #park() parks} it, while it does
 * something else that must not be disturbed: tasks wait then until a thread takes the lane again; or {@linkplain #free() frees} it.
 */
public final class Lane implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final ThreadLocal<@Nullable Lane> CURRENT = new ThreadLocal<>();

    private @Nullable Runnable first;
    private @Nullable Deque<Runnable> more;
    private @Nullable Thread holder;
    private boolean parked;

    /** Of an exchange that begins; nobody has it. */
    public Lane() {}

    /** The lane that the calling thread is on, if it is on one. */
    public static @Nullable Lane current() {
        return CURRENT.get();
    }

    /** Adds a task. It runs now, where nobody has the lane and it is not parked. */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            add(task);
            if (holder != null || parked) {
                notifyAll();
                return;
            }
            holder = Thread.currentThread();
        }
        Lane outer = CURRENT.get();
        CURRENT.set(this);
        try {
            runAndLeave();
        } finally {
            restore(outer);
        }
    }

    /** Makes the calling thread the lane; waits while another is. A thread may take a lane that it has. */
    public void take() {
        boolean interrupted = false;
        synchronized (this) {
            while (holder != null && holder != Thread.currentThread()) {
                interrupted |= await();
            }
            holder = Thread.currentThread();
            parked = false;
        }
        CURRENT.set(this);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the tasks that there are. By the thread that has taken the lane. */
    public void run() {
        for (Runnable task = next(); task != null; task = next()) {
            run(task);
        }
    }

    /** Waits for a task and runs all that there are then. By the thread that has taken the lane. */
    public void awaitAndRun() {
        boolean interrupted = false;
        synchronized (this) {
            while (first == null) {
                interrupted |= await();
            }
        }
        run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the lane to whoever takes it next; tasks wait until then. */
    public void park() {
        leave();
        synchronized (this) {
            parked = true;
            holder = null;
            notifyAll();
        }
    }

    /** Runs the tasks that there are, and leaves the lane to whoever brings the next. */
    public void free() {
        runAndLeave();
        leave();
    }

    /** A server's thread soon has another lane: its place for one is kept, empty. */
    private static void leave() {
        CURRENT.set(null);
    }

    private void runAndLeave() {
        while (true) {
            run();
            synchronized (this) {
                if (first == null) {
                    parked = false;
                    holder = null;
                    notifyAll();
                    return;
                }
            }
        }
    }

    /** Nearly always there is one at a time. */
    private void add(Runnable task) {
        if (first == null) {
            first = task;
            return;
        }
        Deque<Runnable> queue = more;
        if (queue == null) {
            queue = new ArrayDeque<>(4);
            more = queue;
        }
        queue.add(task);
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = first;
        first = more == null ? null : more.poll();
        return task;
    }

    /** A task that fails is its own concern: the exchange's other tasks still have to run. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task of an exchange failed", e);
        }
    }

    /** Whether it was interrupted: the exchange still has to be brought to its end. */
    private boolean await() {
        try {
            wait();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void restore(@Nullable Lane outer) {
        CURRENT.set(outer);
    }
}
