package dev.apim.core.pipeline;

import dev.apim.Cancellable;
import dev.apim.policy.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The children of one wait, each a run over the same exchange. The first that fails or ends the request decides, and so does, with
 * {@code any}, the first that ends; the others are called off.
 */
final class Fork implements RunListener, Cancellable {
    private final List<Run> running = new ArrayList<>();
    private final boolean any;
    private int left;
    private boolean over;
    private Outcome outcome = Outcome.next();
    private @Nullable Origin failedAt;
    private Runnable woken = () -> {};

    Fork(boolean any, int children) {
        this.any = any;
        this.left = children;
        this.over = children == 0;
    }

    boolean isOver() {
        return over;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    Origin failedAt() {
        return failedAt;
    }

    /** A child about to start. */
    void add(Run child) {
        running.add(child);
    }

    /** What to do when it is over, once the parent waits. */
    void whenOver(Runnable action) {
        woken = action;
    }

    @Override
    public void finished(Run child) {
        running.remove(child);
        if (over) {
            return;
        }
        left--;
        boolean ordinary = child.result() == Outcome.Signal.NEXT;
        if (!ordinary) {
            outcome = child.result();
            failedAt = child.failedAt();
        }
        if (!ordinary || any || left == 0) {
            cancel();
            woken.run();
        }
    }

    @Override
    public void cancel() {
        over = true;
        for (Run run : List.copyOf(running)) {
            run.cancel();
        }
        running.clear();
    }
}
