package dev.apim.core.policies.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.model.Api;
import dev.apim.model.Representation;
import dev.apim.model.Schema;
import dev.apim.policy.Exchange;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON value that fits a schema: its examples and defaults where it has some, else something plain of the right type. */
final class Sample {
    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 5_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final Set<String> open = new HashSet<>();
    private int nodes;

    private Sample(JsonNode root) {
        this.root = root;
    }

    /** A sample of a representation; empty where no JSON schema describes it. */
    static String of(Exchange exchange, Representation representation) {
        Api api = exchange.api();
        String schemaId = representation.schemaId();
        String typeName = representation.typeName();
        boolean json = representation.contentType().toLowerCase(Locale.ROOT).contains("json");
        if (!json || api == null || schemaId == null || typeName == null) {
            return "";
        }
        Optional<Schema> schema = exchange.gateway().schema(api, schemaId);
        return schema.map(s -> of(s.document(), typeName)).orElse("");
    }

    /** A sample of one type of a document of definitions; empty where there is none. */
    static String of(String document, String typeName) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(document);
        } catch (JsonProcessingException notJson) {
            return "";
        }
        for (String place : new String[] {"/components/schemas/", "/definitions/"}) {
            String pointer = place + escaped(typeName);
            if (!root.at(pointer).isMissingNode()) {
                return Json.writePretty(new Sample(root).referred("#" + pointer, 0));
            }
        }
        return "";
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            return NODES.nullNode();
        }
        if (schema.hasNonNull("$ref")) {
            return referred(schema.get("$ref").asText(), depth);
        }
        for (String given : new String[] {"example", "default", "const"}) {
            if (schema.has(given)) {
                return schema.get(given);
            }
        }
        for (String given : new String[] {"examples", "enum"}) {
            if (schema.path(given).isArray() && !schema.get(given).isEmpty()) {
                return schema.get(given).get(0);
            }
        }
        for (String choice : new String[] {"oneOf", "anyOf"}) {
            if (schema.path(choice).isArray() && !schema.get(choice).isEmpty()) {
                return value(schema.get(choice).get(0), depth + 1);
            }
        }
        return ofType(schema, depth);
    }

    /** A type that holds itself is shown once. */
    private JsonNode referred(String pointer, int depth) {
        if (!pointer.startsWith("#/") || !open.add(pointer)) {
            return NODES.nullNode();
        }
        JsonNode value = value(root.at(pointer.substring(1)), depth + 1);
        open.remove(pointer);
        return value;
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                JsonNode item = schema.has("items") ? value(schema.get("items"), depth + 1) : NODES.nullNode();
                yield item.isNull() ? array : array.add(item);
            }
            case "string" -> NODES.textNode(text(schema.path("format").asText()));
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt(0));
            case "number" -> NODES.numberNode(schema.path("minimum").asDouble(0));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            if (value(part, depth + 1) instanceof ObjectNode members) {
                object.setAll(members);
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            object.set(property.getKey(), value(property.getValue(), depth + 1));
        }
        return object;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray() && !type.isEmpty()) {
            return type.get(0).asText();
        }
        boolean object = schema.has("properties") || schema.has("allOf");
        return type.isTextual() ? type.asText() : object ? "object" : schema.has("items") ? "array" : "";
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2024-01-01T00:00:00Z";
            case "date" -> "2024-01-01";
            case "time" -> "00:00:00";
            case "uuid" -> "00000000-0000-0000-0000-000000000000";
            case "email" -> "user@example.com";
            case "uri", "url" -> "https://example.com";
            case "hostname" -> "example.com";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "byte" -> "c3RyaW5n";
            default -> "string";
        };
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
