package dev.apim.benchmarks;

import dev.apim.core.limit.LimitAlgorithm;
import dev.apim.core.time.SystemTime;
import dev.apim.limit.RateLimiter;
import dev.apim.limit.RateLimiter.Decision;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One decision of a limiter: allowed and refused, on one hot key and over many. Run with {@code -prof gc} to see what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RateLimiterBenchmark {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int KEYS = 16_384;

    /** The algorithm under measurement. */
    @Param({"sliding-window", "token-bucket"})
    public String algorithm = "sliding-window";

    private final SystemTime time = new SystemTime();
    private final String[] keys = new String[KEYS];
    private RateLimiter limiter = LimitAlgorithm.SLIDING_WINDOW.create(time);

    /** Makes the limiter and its keys. */
    @Setup
    public void prepare() {
        limiter = LimitAlgorithm.parse(algorithm).create(time);
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "k:subscription-" + i;
        }
    }

    /** Ends the timer. */
    @TearDown
    public void close() {
        time.close();
    }

    /** A limit that is never reached, on one key. */
    @Benchmark
    public CompletionStage<Decision> allowedOnOneKey() {
        return limiter.acquire("k:hot", 1_000_000_000L, SECOND, 1);
    }

    /** A limit of a hundred a second, nearly always reached: what a flood costs. */
    @Benchmark
    public CompletionStage<Decision> refusedOnOneKey() {
        return limiter.acquire("k:flooded", 100, SECOND, 1);
    }

    /** A limit that is rarely reached, over many keys: the usual request. */
    @Benchmark
    public CompletionStage<Decision> allowedOverManyKeys() {
        return limiter.acquire(keys[ThreadLocalRandom.current().nextInt(KEYS)], 1_000, SECOND, 1);
    }
}
