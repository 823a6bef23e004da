package dev.apim.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures expressions and compares them with the goals: a row a shape, the geometric means, how many expressions are compiled in a
 * second. Takes less than ten minutes; a first argument that is a number of milliseconds makes the rounds shorter or longer than 300.
 * Ends with 1 where a goal was missed.
 */
public final class ExpressionReport {
    private static final double MOST_TIMES_ON_AVERAGE = 3;
    private static final double LEAST_COMPILED = 5_000;

    private ExpressionReport() {}

    /** Measures all. */
    public static void main(String... arguments) throws RunnerException {
        long millis = arguments.length == 0 ? 300 : Long.parseLong(arguments[0]);
        List<Measured> all = evaluations(millis);
        double compiled = compiled();
        say("| shape | occurrences | C# | Java | EL | C# / Java | time | garbage | goals |");
        say("|---|---|---|---|---|---|---|---|---|");
        all.forEach(one -> say(one.row()));
        List<Measured> frequent =
                all.stream().filter(one -> one.shape().occurrences() > 0).toList();
        boolean isFast = mean(frequent, 1) <= MOST_TIMES_ON_AVERAGE;
        say("");
        say(
                "Geometric mean of C# / Java: %.2f over the %d most frequent shapes (goal 3: %s), %.2f where a shape that is faster than"
                        .formatted(mean(frequent, 0), frequent.size(), isFast ? "met" : "missed", mean(frequent, 1)));
        say("in Java counts as 1; over all shapes %.2f and %.2f.".formatted(mean(all, 0), mean(all, 1)));
        say("Compiled in a second: %,.0f expressions (goal 5,000: %s)."
                .formatted(compiled, compiled >= LEAST_COMPILED ? "met" : "missed"));
        if (!isFast || compiled < LEAST_COMPILED || !all.stream().allMatch(Measured::isGood)) {
            System.exit(1);
        }
    }

    private static List<Measured> evaluations(long millis) throws RunnerException {
        List<Measured> measured = new ArrayList<>();
        // The three of a shape one after the other, so that they meet the same neighbours on a shared machine.
        for (Shape shape : Shape.values()) {
            Map<String, Cost> costs = new TreeMap<>();
            String methods = shape.el() == null ? "(csharp|java)" : "(csharp|java|el)";
            Options options = new OptionsBuilder()
                    .include(ExpressionBenchmark.class.getName() + "\\." + methods + "$")
                    .param("shape", shape.name())
                    .addProfiler(GCProfiler.class)
                    .warmupTime(TimeValue.milliseconds(millis))
                    .measurementTime(TimeValue.milliseconds(millis))
                    .verbosity(VerboseMode.SILENT)
                    .build();
            for (RunResult result : new Runner(options).run()) {
                costs.put(result.getPrimaryResult().getLabel(), Cost.of(result));
            }
            measured.add(new Measured(
                    shape,
                    Objects.requireNonNull(costs.get("csharp")),
                    Objects.requireNonNull(costs.get("java")),
                    costs.get("el")));
            System.err.println(shape + " " + costs);
        }
        return measured;
    }

    private static double compiled() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(ExpressionCompileBenchmark.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.iterator().next().getPrimaryResult().getScore();
    }

    /** The geometric mean of the ratios, none of them below the least. */
    private static double mean(List<Measured> shapes, double least) {
        double sum = 0;
        for (Measured shape : shapes) {
            sum += Math.log(Math.max(shape.ratio(), least));
        }
        return Math.exp(sum / shapes.size());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
