package dev.apim.core.telemetry;

import dev.apim.telemetry.Metric;
import dev.apim.telemetry.MetricSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds metrics up in this process, a series for each metric and set of dimension values, and logs each value at debug level to {@code
 * dev.apim.metrics}. Thread-safe. The number of series is bounded, since a dimension may hold what callers send: values of further series
 * are dropped and counted.
 */
public final class MemoryMetrics implements MetricSink {
    /** How many series are kept. */
    public static final int MAX_SERIES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.metrics");

    private final Map<Key, Sum> series = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();

    /** What tells series apart. */
    private record Key(String namespace, String name, Map<String, String> dimensions) {}

    /**
     * What one series came to.
     *
     * @param namespace of the metric
     * @param name of the metric
     * @param dimensions that its values share
     * @param count how many values there were
     * @param sum of them
     * @param min the least
     * @param max the greatest
     */
    public record Series(
            String namespace,
            String name,
            Map<String, String> dimensions,
            long count,
            double sum,
            double min,
            double max) {}

    @Override
    public void record(Metric metric) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {} = {} {}", metric.namespace(), metric.name(), metric.value(), metric.dimensions());
        }
        Key key = new Key(metric.namespace(), metric.name(), Map.copyOf(metric.dimensions()));
        Sum known = series.get(key);
        if (known == null && series.size() >= MAX_SERIES) {
            if (dropped.getAndIncrement() == 0) {
                LOG.warn(
                        "more than {} series of metrics: further ones are dropped; take dimensions with fewer values",
                        MAX_SERIES);
            }
            return;
        }
        series.computeIfAbsent(key, k -> new Sum()).add(metric.value());
    }

    /** All series, by namespace and name. */
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        series.forEach((key, sum) -> all.add(sum.of(key)));
        all.sort(Comparator.comparing(Series::namespace)
                .thenComparing(Series::name)
                .thenComparing(s -> s.dimensions().toString()));
        return all;
    }

    /** How many values were dropped because there were too many series. */
    public long dropped() {
        return dropped.get();
    }

    private static final class Sum {
        private long count;
        private double total;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        synchronized void add(double value) {
            count++;
            total += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        synchronized Series of(Key key) {
            return new Series(key.namespace(), key.name(), key.dimensions(), count, total, min, max);
        }
    }
}
