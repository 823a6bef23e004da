package dev.apim.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apim.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a parameter as the JSON value that its type makes of it. */
final class ParameterValue {
    /** Types that JSON Schema knows. */
    static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

    private ParameterValue() {}

    /** The text is not one of the type. */
    static final class UnparsableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnparsableException(String message) {
            super(message);
        }
    }

    /**
     * One value.
     *
     * @param schema of it; its {@code type} counts
     */
    static JsonNode of(String text, JsonNode schema) throws UnparsableException {
        return of(text, type(schema));
    }

    private static JsonNode of(String text, String type) throws UnparsableException {
        return switch (type) {
            case "integer", "number" -> number(text);
            case "boolean" -> flag(text);
            case "object" -> object(text);
            default -> TextNode.valueOf(text);
        };
    }

    /**
     * All values of a list: each sent on its own, or one text with commas; an empty text is an empty list of anything but texts.
     *
     * @param fields whether they are of a field, where a list may go on in the next one and blanks around a comma mean nothing
     */
    static JsonNode list(List<String> texts, JsonNode schema, boolean fields) throws UnparsableException {
        String element = type(schema.path("items"));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (texts.size() == 1 && texts.get(0).isEmpty() && !element.equals("string") && !element.isEmpty()) {
            return list;
        }
        for (String text : texts) {
            boolean separates = fields || texts.size() == 1;
            for (String part : separates ? text.split(",", -1) : new String[] {text}) {
                list.add(of(fields ? part.strip() : part, element));
            }
        }
        return list;
    }

    static boolean isList(JsonNode schema) {
        return type(schema).equals("array");
    }

    /** The type that a schema names; of several the first that is not null. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode each : type.isArray() ? type : List.of(type)) {
            if (!each.asText().equals("null")) {
                return each.asText();
            }
        }
        return "";
    }

    /** A value that the API allows; one that is not of the type stays text, and then allows nothing. */
    static JsonNode lenient(String text, String type) {
        try {
            return of(text, type);
        } catch (UnparsableException e) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode number(String text) throws UnparsableException {
        if (!NUMBER.matcher(text).matches()) {
            throw new UnparsableException("Expected a number.");
        }
        BigDecimal number = new BigDecimal(text);
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 200;
        return whole ? JsonNodeFactory.instance.numberNode(number.toBigIntegerExact()) : DecimalNode.valueOf(number);
    }

    private static JsonNode flag(String text) throws UnparsableException {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        throw new UnparsableException("Expected true or false.");
    }

    private static JsonNode object(String text) throws UnparsableException {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnparsableException("Expected JSON.");
        }
    }
}
