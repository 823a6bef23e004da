package dev.apim.telemetry;

import java.util.Map;

/**
 * One measured value (Azure: a custom metric of emit-metric). Immutable.
 *
 * @param namespace groups metrics, such as {@code API Management}
 * @param name of the metric within its namespace
 * @param value what was measured; never NaN nor infinite
 * @param dimensions what it belongs to, by name, in the order of the document; at most 10
 */
public record Metric(String namespace, String name, double value, Map<String, String> dimensions) {
    /** What it belongs to when nothing else is said. */
    public static final String DEFAULT_NAMESPACE = "API Management";
}
