package dev.apim.core.limit;

import dev.apim.limit.RateLimiter.Decision;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decisions ready to hand out. The usual ones are made once, so that a request within its limit costs no garbage. */
final class Decisions {
    /** What an addition without a condition comes to. */
    @SuppressWarnings("NullAway") // Void has no other value
    static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final CompletableFuture<Decision>[] ALLOWED = new CompletableFuture[1024];

    static {
        for (int remaining = 0; remaining < ALLOWED.length; remaining++) {
            ALLOWED[remaining] = CompletableFuture.completedFuture(new Decision(true, remaining, 0));
        }
    }

    private Decisions() {}

    static CompletionStage<Decision> allowed(long remaining) {
        return remaining < ALLOWED.length
                ? ALLOWED[(int) remaining]
                : CompletableFuture.completedFuture(new Decision(true, remaining, 0));
    }

    /** Whole seconds, rounded up, so that whoever waits as long as told finds room. */
    static CompletionStage<Decision> refused(long remaining, long waitNanos) {
        long seconds = waitNanos / NANOS_PER_SECOND + (waitNanos % NANOS_PER_SECOND > 0 ? 1 : 0);
        return CompletableFuture.completedFuture(new Decision(false, remaining, Math.max(1, seconds)));
    }
}
