package dev.apim.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one kind of value of one part of a policy is expected to do: the policy's golden file with the part's and the kind's own
 * settings over it.
 */
record Case(JsonNode settings) {
    /** With more specific settings over these. */
    Case with(JsonNode specific) {
        ObjectNode merged = settings.deepCopy();
        if (specific.isObject()) {
            merged.setAll((ObjectNode) specific);
        }
        return new Case(merged);
    }

    String text(String name, String otherwise) {
        return settings.path(name).asText(otherwise);
    }

    int number(String name, int otherwise) {
        return settings.path(name).asInt(otherwise);
    }

    boolean has(String name) {
        return settings.has(name);
    }

    /** A map of texts; empty where there is none. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        settings.path(name)
                .fields()
                .forEachRemaining(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    JsonNode node(String name) {
        return settings.path(name);
    }
}
