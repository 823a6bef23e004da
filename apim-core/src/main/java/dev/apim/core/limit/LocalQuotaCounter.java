package dev.apim.core.limit;

import dev.apim.ApimException;
import dev.apim.Time;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.Renewal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Counts quotas in this process and, given a state directory, remembers them there (Azure: quota, quota-by-key). Thread-safe; never
 * blocks but while it is opened and closed.
 *
 * <p><b>Durability.</b> What is counted reaches the disk within a second, or as soon as 100 calls were counted; a crash loses no more
 * than that and what was counted while the last write was under way. In strict mode it loses nothing: a stage completes when the count
 * has reached the disk, many calls with one write. What is on disk are sums, never differences, so nothing counts twice.
 *
 * <p><b>Clock.</b> Windows are aligned to the wall clock as it was when the process began, and go on with the monotonic clock: a jump of
 * the wall clock opens no window early and closes none late. A counter found in a later window than now, after a restart with the clock
 * set back, keeps its count.
 *
 * <p><b>Memory.</b> A counter takes about 250 bytes. Beyond {@link #MAX_KEYS} live counters a new one is refused, for to forget one
 * would give its quota away anew.
 */
public final class LocalQuotaCounter implements QuotaCounter {
    /** How many counters may live at a time. */
    public static final int MAX_KEYS = 1_000_000;

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final Time time;
    private final Instant began;
    private final long origin;
    private final QuotaShard[] shards;
    private final @Nullable QuotaFlush flush;

    private LocalQuotaCounter(Time time, QuotaShard[] shards, @Nullable QuotaFlush flush) {
        this.time = time;
        this.began = time.now();
        this.origin = time.nanos();
        this.shards = shards;
        this.flush = flush;
    }

    /** Forgets everything with the process. */
    public static LocalQuotaCounter inMemory(Time time) {
        return new LocalQuotaCounter(time, QuotaFiles.empty(), null);
    }

    /**
     * Remembers in a directory that is made if it is not there; files are left to their owner alone. Blocks while it reads them.
     *
     * @param strict whether a call waits until its count is on disk
     * @throws ApimException when the files cannot be read: a quota in use is not given away anew
     */
    public static LocalQuotaCounter in(Path stateDirectory, Time time, boolean strict) {
        QuotaFiles files = new QuotaFiles(stateDirectory);
        QuotaShard[] shards = files.load();
        return new LocalQuotaCounter(time, shards, new QuotaFlush(time, strict, () -> files.save(shards)));
    }

    @Override
    public CompletionStage<Decision> acquire(String key, Renewal renewal, Limit limit, long calls) {
        Arguments.check(key, calls);
        Decision decision;
        try {
            decision = shard(key).acquire(key, renewal, now(), limit, calls);
        } catch (ApimException full) {
            return CompletableFuture.failedFuture(full);
        }
        return decision.allowed() && calls > 0
                ? counted(calls).thenApply(done -> decision)
                : CompletableFuture.completedFuture(decision);
    }

    @Override
    public CompletionStage<Void> add(String key, Renewal renewal, long calls, long bytes) {
        Arguments.check(key, calls);
        Arguments.check(key, bytes);
        try {
            shard(key).add(key, renewal, now(), calls, bytes);
        } catch (ApimException full) {
            return CompletableFuture.failedFuture(full);
        }
        return counted(Math.max(1, calls));
    }

    private CompletionStage<Void> counted(long calls) {
        return flush == null ? DONE : flush.counted(calls);
    }

    private QuotaShard shard(String key) {
        return shards[QuotaFiles.shardOf(key)];
    }

    private Instant now() {
        return began.plusNanos(time.nanos() - origin);
    }

    /** Writes what is not written yet; blocks. */
    @Override
    public void close() {
        if (flush != null) {
            flush.close();
        }
    }
}
