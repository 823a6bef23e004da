package dev.apim.core.pipeline;

import dev.apim.policy.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a policy's wait: on whatever thread its stage ends, then on the adapter's lane, then on the exchange's. */
final class Waiter implements BiConsumer<Object, Throwable>, Runnable, IntSupplier {
    private final Run run;
    private final int mine;
    private final Outcome.Suspend<?> wait;
    private final int at;
    private @Nullable Object value;
    private @Nullable Throwable error;
    private boolean entered;

    Waiter(Run run, int mine, Outcome.Suspend<?> wait, int at) {
        this.run = run;
        this.mine = mine;
        this.wait = wait;
        this.at = at;
    }

    @Override
    public void accept(@Nullable Object newValue, @Nullable Throwable newError) {
        value = newValue;
        error = newError;
        run.exchange().lane().adapter().execute(this);
    }

    @Override
    public void run() {
        if (entered) {
            run.wake(mine, this);
        } else {
            entered = true;
            run.exchange().lane().enter(this);
        }
    }

    @Override
    public int getAsInt() {
        return run.resume(wait, value, error == null ? null : Failures.unwrap(error), at);
    }

    /** A stage that need not be waited for. */
    static @Nullable CompletableFuture<?> completed(CompletionStage<?> stage) {
        return stage instanceof CompletableFuture<?> future && future.isDone() ? future : null;
    }
}
