package dev.apim.kafka;

import dev.apim.model.Logger;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where a logger's events go, and how to get there. {@code toString} leaves the settings out, which hold a key.
 *
 * @param topic or event hub
 * @param settings of the producer
 */
record KafkaTarget(String topic, Map<String, Object> settings) {
    private static final int EVENT_HUBS_PORT = 9093;
    private static final int EMULATOR_PORT = 9092;

    /**
     * Of a logger that has a connection string or bootstrap servers.
     *
     * @throws IllegalArgumentException when they are at fault; the message holds no secret
     */
    static KafkaTarget of(Logger logger) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "client.id", "apim-" + logger.id(),
                "acks", "all",
                "linger.ms", logger.buffered() ? "50" : "0",
                "max.block.ms", "10000",
                "request.timeout.ms", "10000",
                "delivery.timeout.ms", "30000"));
        String connection = logger.credential("connectionString").strip();
        String name = logger.credential("name");
        if (connection.isEmpty()) {
            settings.put("bootstrap.servers", logger.credential("bootstrapServers"));
        } else {
            Map<String, String> parts = parts(connection);
            eventHubs(connection, parts, settings);
            name = name.isEmpty() ? parts.getOrDefault("entitypath", "") : name;
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "the credentials have no name of an event hub; add \"name\", or EntityPath to the connection string");
        }
        return new KafkaTarget(name, Map.copyOf(settings));
    }

    private static void eventHubs(String connection, Map<String, String> parts, Map<String, Object> settings) {
        String host = host(parts.getOrDefault("endpoint", ""));
        boolean emulator = Boolean.parseBoolean(parts.getOrDefault("usedevelopmentemulator", "false"));
        settings.put("bootstrap.servers", host + ":" + (emulator ? EMULATOR_PORT : EVENT_HUBS_PORT));
        settings.put("security.protocol", emulator ? "SASL_PLAINTEXT" : "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\""
                        + " password=\"" + connection.replace("\\", "\\\\").replace("\"", "\\\"") + "\";");
    }

    private static String host(String endpoint) {
        try {
            String host = endpoint.isEmpty() ? null : URI.create(endpoint).getHost();
            if (host != null) {
                return host;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the text: a mistyped connection string may have its key anywhere.
        }
        throw new IllegalArgumentException(
                "the connection string has no Endpoint such as sb://contoso.servicebus.windows.net/; copy it anew");
    }

    /** Names in lower case. A key is base64 and may end in equals signs. */
    private static Map<String, String> parts(String connection) {
        Map<String, String> parts = new HashMap<>();
        for (String part : connection.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), part.substring(equals + 1));
            }
        }
        return parts;
    }

    @Override
    public String toString() {
        return "KafkaTarget[" + topic + "]";
    }
}
