package dev.apim.benchmarks;

import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Of one run of what is measured.
 *
 * @param nanos wall time, the least of the rounds: what else runs on the machine only ever adds
 * @param bytes of garbage
 */
record Cost(double nanos, double bytes) {
    private static final String GARBAGE = "gc.alloc.rate.norm";

    /** Of a benchmark of average times that ran with the profiler of garbage. */
    static Cost of(RunResult result) {
        double nanos = Double.MAX_VALUE;
        for (IterationResult round : result.getAggregatedResult().getIterationResults()) {
            nanos = Math.min(nanos, round.getPrimaryResult().getScore());
        }
        double bytes = 0;
        for (Map.Entry<String, Result> secondary : result.getSecondaryResults().entrySet()) {
            if (secondary.getKey().endsWith(GARBAGE)) {
                bytes = secondary.getValue().getScore();
            }
        }
        return new Cost(nanos, bytes);
    }

    @Override
    public String toString() {
        return "%.1f ns, %.0f B".formatted(nanos, bytes);
    }
}
