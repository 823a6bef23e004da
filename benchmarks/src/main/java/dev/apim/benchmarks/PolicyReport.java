package dev.apim.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures what each policy costs in a program, and prints a row for each. Takes about eight minutes; arguments are elements, where not
 * all are wanted. Ends with 1 where a policy takes longer than its goal.
 */
public final class PolicyReport {
    private PolicyReport() {}

    /** Measures. */
    public static void main(String... elements) throws RunnerException {
        List<String> missed = new ArrayList<>();
        System.out.println("| policy | ns | bytes | goal |");
        System.out.println("|---|---|---|---|");
        for (PolicyRow row : PolicyRow.values()) {
            if (elements.length > 0 && !Arrays.asList(elements).contains(row.element())) {
                continue;
            }
            Cost cost = cost(row);
            boolean isMet = cost.nanos() <= row.goal();
            if (!isMet) {
                missed.add(row.element());
            }
            System.out.println("| `%s` | %.0f | %.0f | %s |"
                    .formatted(row.element(), cost.nanos(), cost.bytes(), goal(row, isMet)));
        }
        if (!missed.isEmpty()) {
            System.out.println("\nMissed: " + String.join(", ", missed));
            System.exit(1);
        }
    }

    private static String goal(PolicyRow row, boolean isMet) {
        if (Double.isInfinite(row.goal())) {
            return "";
        }
        return "%.0f%s".formatted(row.goal(), isMet ? "" : " **missed**");
    }

    /** Of one execution: with and without it, one right after the other, so that both meet the same neighbours on a shared machine. */
    private static Cost cost(PolicyRow row) throws RunnerException {
        Cost without = run(row, false);
        Cost with = run(row, true);
        System.err.println(row.element() + ": " + without + " without, " + with + " with " + row.copies());
        return new Cost(
                (with.nanos() - without.nanos()) / row.copies(), (with.bytes() - without.bytes()) / row.copies());
    }

    private static Cost run(PolicyRow row, boolean with) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(PolicyBenchmark.class.getName())
                .param("policy", row.name())
                .param("with", Boolean.toString(with))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).run().iterator().next();
        return Cost.of(result);
    }
}
