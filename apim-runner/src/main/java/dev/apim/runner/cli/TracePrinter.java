package dev.apim.runner.cli;

import dev.apim.core.pipeline.Origin;
import dev.apim.core.pipeline.RequestTrace;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the trace of a request: a line for each policy, and what it changed beneath. */
record TracePrinter(PrintWriter out) {
    void print(RequestTrace trace) {
        out.println();
        out.println("trace:");
        for (RequestTrace.Step step : trace.steps()) {
            Origin at = step.origin();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-9s %-9s %-40s %9.3f ms  %s",
                    at.section(),
                    at.scope(),
                    at.path(),
                    step.nanos() / 1e6,
                    at.position()));
            if (!step.outcome().isEmpty()) {
                out.println("      " + step.outcome());
            }
            step.changes().forEach(change -> out.println("      " + change));
        }
        out.flush();
    }
}
