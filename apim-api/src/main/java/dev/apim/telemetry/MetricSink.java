package dev.apim.telemetry;

/**
 * Takes the metrics that policies emit (Azure: emit-metric). Thread-safe; it neither blocks nor throws, for it is called on the lanes
 * of requests.
 *
 * <pre>{@code
 * MetricSink registry = metric -> DistributionSummary.builder(metric.name())
 *         .tags(tags(metric.dimensions()))
 *         .register(meters)
 *         .record(metric.value());
 * }</pre>
 */
@FunctionalInterface
public interface MetricSink {
    /** Takes one value. */
    void record(Metric metric);
}
