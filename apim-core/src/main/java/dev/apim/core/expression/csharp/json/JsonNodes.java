package dev.apim.core.expression.csharp.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Trees of Jackson, which the rest of the engine uses, and of Json.NET, which expressions use. */
public final class JsonNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonNodes() {}

    /** The same as a tree for expressions. Texts that Json.NET reads as dates become dates. */
    public static JToken toJToken(JsonNode node) {
        return token(node, 0);
    }

    private static JToken token(JsonNode node, int depth) {
        JsonErrors.checkDepth(depth);
        if (node instanceof ObjectNode object) {
            JObject made = new JObject();
            object.fieldNames().forEachRemaining(name -> made.put(name, token(object.get(name), depth + 1), null));
            return made;
        }
        if (node instanceof ArrayNode array) {
            JArray made = new JArray();
            array.forEach(element -> made.link(made.count(), token(element, depth + 1)));
            return made;
        }
        if (node.isTextual()) {
            Object date = Dates.read(node.textValue());
            return JValue.of(date == null ? node.textValue() : date);
        }
        if (node.isIntegralNumber()) {
            return JValue.of(node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue());
        }
        if (node.isNumber()) {
            return JValue.of(node.doubleValue());
        }
        return node.isBoolean() ? JValue.of(node.booleanValue()) : JValue.nothing();
    }

    /** The same as a tree of Jackson: dates, GUIDs, time spans and bytes as the texts that JSON has for them. */
    public static JsonNode fromJToken(JToken token) {
        return node(token, 0);
    }

    private static JsonNode node(JToken token, int depth) {
        JsonErrors.checkDepth(depth);
        if (token instanceof JObject object) {
            ObjectNode made = NODES.objectNode();
            for (JToken child : object.children()) {
                JProperty property = (JProperty) child;
                made.set(property.name(), node(property.value(), depth + 1));
            }
            return made;
        }
        if (token instanceof JProperty property) {
            return NODES.objectNode().<ObjectNode>set(property.name(), node(property.value(), depth + 1));
        }
        if (token instanceof JContainer list) {
            ArrayNode made = NODES.arrayNode();
            list.children().forEach(child -> made.add(node(child, depth + 1)));
            return made;
        }
        return value((JValue) token);
    }

    private static JsonNode value(JValue token) {
        Object value = token.value();
        if (value == null || token.type() == TokenType.UNDEFINED || token.type() == TokenType.COMMENT) {
            return NODES.nullNode();
        }
        return switch (token.type()) {
            case INTEGER -> integer(Scalars.integer(value));
            case FLOAT ->
                value instanceof BigDecimal decimal
                        ? NODES.numberNode(decimal)
                        : NODES.numberNode(Scalars.toDouble(value));
            case BOOLEAN -> NODES.booleanNode(Boolean.TRUE.equals(value));
            case RAW -> fromJToken(JsonReading.parse(value.toString()));
            default -> NODES.textNode(text(token));
        };
    }

    private static JsonNode integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    private static String text(JValue token) {
        String json = token.text(false);
        return token.value() instanceof String text ? text : json.substring(1, json.length() - 1);
    }
}
