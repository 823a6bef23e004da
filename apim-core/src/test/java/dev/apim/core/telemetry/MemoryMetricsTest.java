package dev.apim.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.telemetry.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryMetricsTest {
    private final MemoryMetrics metrics = new MemoryMetrics();

    @Test
    void aSeriesHasCountSumAndExtremes() {
        metrics.record(new Metric("n", "m", 3, Map.of("a", "1")));
        metrics.record(new Metric("n", "m", -1, Map.of("a", "1")));
        metrics.record(new Metric("n", "m", 5, Map.of("a", "2")));

        assertThat(metrics.series())
                .containsExactly(
                        new MemoryMetrics.Series("n", "m", Map.of("a", "1"), 2, 2, -1, 3),
                        new MemoryMetrics.Series("n", "m", Map.of("a", "2"), 1, 5, 5, 5));
    }

    @Test
    void tooManySeriesAreDroppedAndCounted() {
        for (int i = 0; i < MemoryMetrics.MAX_SERIES + 5; i++) {
            metrics.record(new Metric("n", "m", 1, Map.of("caller", Integer.toString(i))));
        }

        assertThat(metrics.series()).hasSize(MemoryMetrics.MAX_SERIES);
        assertThat(metrics.dropped()).isEqualTo(5);
    }
}
