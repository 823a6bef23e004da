package dev.apim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a policy bends a JSON schema (Azure: the attributes of {@code content}).
 *
 * @param additionalProperties whether objects may have more members than the schema names; {@code null}: as the schema says
 * @param foldsCase whether names of members are compared without case
 */
record JsonOptions(@Nullable Boolean additionalProperties, boolean foldsCase) {
    /** Keywords whose values are data and no schemas. */
    static final Set<String> DATA = Set.of("enum", "const", "default", "example", "examples");

    /** As the schema says. */
    static final JsonOptions NONE = new JsonOptions(null, false);

    /** The schema as it then is. */
    JsonNode applied(JsonNode document) {
        if (equals(NONE)) {
            return document;
        }
        Set<String> parts = new HashSet<>();
        parts(document, parts);
        return bent(document, false, false, "#", parts);
    }

    /** The schemas that are one part of several: closing each of them would let no object pass them all. */
    private static void parts(JsonNode node, Set<String> into) {
        for (JsonNode part : node.path("allOf")) {
            if (part.path("$ref").isTextual()) {
                into.add(part.get("$ref").textValue());
            }
        }
        node.forEach(child -> parts(child, into));
    }

    /** A schema, or with {@code names} an object whose members are schemas with names of the author's. */
    private JsonNode bent(JsonNode node, boolean names, boolean isPart, String pointer, Set<String> parts) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            boolean ofAll = pointer.endsWith("/allOf");
            for (int i = 0; i < array.size(); i++) {
                copy.add(bent(array.get(i), false, ofAll, pointer + "/" + i, parts));
            }
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            JsonNode value = !names && DATA.contains(name)
                    ? member.getValue()
                    : bent(member.getValue(), !names && JsonSchemas.NAMED.contains(name), false, at, parts);
            copy.set(name, foldsCase && !names && isNames(object, name) ? folded(value) : value);
        }
        if (!names) {
            openOrClose(object, copy, isPart || parts.contains(pointer));
        }
        return copy;
    }

    private void openOrClose(ObjectNode object, ObjectNode copy, boolean isPart) {
        boolean closes = Boolean.FALSE.equals(additionalProperties)
                && object.path("properties").isObject()
                && !object.has("allOf")
                && !isPart;
        if (closes) {
            copy.put("additionalProperties", false);
        } else if (Boolean.TRUE.equals(additionalProperties)) {
            copy.remove("additionalProperties");
            copy.remove("unevaluatedProperties");
        }
    }

    private static boolean isNames(ObjectNode schema, String keyword) {
        return keyword.equals("properties") && schema.get(keyword).isObject()
                || keyword.equals("required") && schema.get(keyword).isArray()
                || keyword.equals("propertyName") && schema.get(keyword).isTextual();
    }

    private static JsonNode folded(JsonNode names) {
        if (names instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(name -> copy.add(fold(name.asText())));
            return copy;
        }
        if (names.isTextual()) {
            return JsonNodeFactory.instance.textNode(fold(names.textValue()));
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        names.properties().forEach(member -> copy.set(fold(member.getKey()), member.getValue()));
        return copy;
    }

    /** A name as it is compared without case. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
