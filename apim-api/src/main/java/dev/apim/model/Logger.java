package dev.apim.model;

import java.util.Map;

/**
 * Where events or telemetry go (Azure: {@code logger}). {@code toString} leaves the credentials out.
 *
 * @param id resource name
 * @param type {@code azureEventHub}, {@code applicationInsights} or {@code azureMonitor}
 * @param description or empty
 * @param credentials by name, such as {@code name} (of the event hub) and {@code connectionString}; secret
 * @param buffered whether records may wait to be sent together
 * @param resourceId of the resource it writes to, or empty
 */
public record Logger(
        String id,
        String type,
        String description,
        Map<String, String> credentials,
        boolean buffered,
        String resourceId) {
    /** The type that events are written to. */
    public static final String EVENT_HUB = "azureEventHub";

    /** A credential, or empty where there is none of that name. */
    public String credential(String name) {
        return credentials.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Logger[" + id + ", " + type + "]";
    }
}
