package dev.apim.policy;

import dev.apim.Cancellable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a policy came to. */
public sealed interface Outcome {
    /** Goes on with the next statement. */
    static Outcome next() {
        return Signal.NEXT;
    }

    /** Ends the request with the exchange's response as it is now: no later section runs. */
    static Outcome respond() {
        return Signal.RESPOND;
    }

    /** The exchange's response came from the cache: goes on right after the statement that holds the first cache-store. */
    static Outcome cacheHit() {
        return Signal.CACHE_HIT;
    }

    /** Ends the section; {@code on-error} follows. */
    static Outcome fail(PolicyFailure failure) {
        return new Fail(failure);
    }

    /**
     * Waits for {@code stage}, which may complete on any thread, without holding the lane.
     *
     * @param stage what is waited for
     * @param then called on the lane with its result
     * @param cancel calls off the work behind the stage when nobody waits any more
     */
    static <T> Outcome suspend(CompletionStage<T> stage, Resumption<T> then, Cancellable cancel) {
        return new Suspend<>(stage, then, cancel);
    }

    /** An outcome without more to say. */
    enum Signal implements Outcome {
        /** Go on. */
        NEXT,
        /** Answer. */
        RESPOND,
        /** Answered from the cache. */
        CACHE_HIT
    }

    /**
     * A failure.
     *
     * @param failure why
     */
    record Fail(PolicyFailure failure) implements Outcome {}

    /**
     * A wait.
     *
     * @param stage what is waited for
     * @param then how to go on
     * @param cancel how to call it off
     */
    record Suspend<T>(CompletionStage<T> stage, Resumption<T> then, Cancellable cancel) implements Outcome {
        /** Goes on with what the stage gave. */
        @SuppressWarnings("unchecked")
        public Outcome resume(Exchange exchange, @Nullable Object result, @Nullable Throwable failure) {
            return then.resume(exchange, (T) result, failure);
        }
    }

    /**
     * How a policy goes on after a wait. Called on the lane.
     *
     * @param <T> the stage's result
     */
    @FunctionalInterface
    interface Resumption<T> {
        /**
         * Goes on; may wait again.
         *
         * @param exchange the policy's exchange
         * @param result of the stage, if it succeeded
         * @param failure why it did not, without wrappers
         */
        Outcome resume(Exchange exchange, @Nullable T result, @Nullable Throwable failure);
    }
}
