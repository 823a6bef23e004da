package dev.apim.limit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and bytes in long fixed windows, and remembers them beyond the process where it has a place to. What a call is, its
 * callers say: a request, or a token of a language model. A counter is known by its key, the length of its windows and where they are
 * aligned; every caller compares the count with a limit of its own. Thread-safe.
 * The counter, not its caller, has the clock.
 *
 * <pre>{@code
 * counter.acquire("s:acme:p:starter", new Renewal(start, Duration.ofDays(30)), Limit.ofCalls(10_000), 1)
 *         .thenAccept(decision -> { if (!decision.allowed()) { refuse(decision.replenished()); } });
 * }</pre>
 */
public interface QuotaCounter extends AutoCloseable {
    /**
     * Adds {@code calls} if the counter stays within {@code limit}; as one atomic step.
     *
     * @param key at most 256 characters; longer ones are the caller's to digest
     * @param renewal the windows
     * @param limit what a window may hold
     * @param calls 0 or more; 0 asks without adding, and is refused when a limit is reached
     */
    CompletionStage<Decision> acquire(String key, Renewal renewal, Limit limit, long calls);

    /** Adds calls and bytes, 0 or more each, whatever the count. */
    CompletionStage<Void> add(String key, Renewal renewal, long calls, long bytes);

    /** Brings what is counted to where it is kept. The counter is not used afterwards. */
    @Override
    default void close() {}

    /**
     * What a window may hold.
     *
     * @param calls most calls; {@link Long#MAX_VALUE} without limit
     * @param bytes bytes at which it is used up; {@link Long#MAX_VALUE} without limit
     */
    record Limit(long calls, long bytes) {
        /** Of calls alone. */
        public static Limit ofCalls(long calls) {
            return new Limit(calls, Long.MAX_VALUE);
        }
    }

    /**
     * What a window holds.
     *
     * @param calls that were counted, 0 or more
     * @param bytes that were counted, 0 or more
     */
    record Count(long calls, long bytes) {}

    /** What there is too much of. */
    enum Exceeded {
        /** Calls. */
        CALLS,
        /** Bytes. */
        BYTES
    }

    /**
     * What came of it.
     *
     * @param exceeded what there is too much of; {@code null} where the calls stay within the limit
     * @param replenished how long until the next window; {@code null} where there is none
     * @param used what the window holds now, with what was added
     */
    record Decision(@Nullable Exceeded exceeded, @Nullable Duration replenished, Count used) {
        /** Whether they stay within the limit. */
        public boolean allowed() {
            return exceeded == null;
        }
    }
}
