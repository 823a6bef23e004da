package dev.apim.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Builds the tree of one document from its tokens and writes down where each value begins. */
final class TreeBuilder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Map<String, JsonLocation> places;
    private final Anchors anchors;

    TreeBuilder(JsonParser parser, Map<String, JsonLocation> places) {
        this.parser = parser;
        this.places = places;
        this.anchors = new Anchors(parser);
    }

    /** The value that begins at the current token. */
    JsonNode value() throws IOException {
        return value("");
    }

    private JsonNode value(String pointer) throws IOException {
        places.put(pointer, parser.currentTokenLocation());
        if (anchors.isAlias()) {
            return anchors.resolve();
        }
        String anchor = anchors.begin();
        JsonNode value = read(pointer);
        if (anchor != null) {
            anchors.end(anchor, value);
        }
        return value;
    }

    private JsonNode read(String pointer) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            default -> NODES.nullNode();
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        JsonNode merged = NODES.nullNode();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = value(pointer + "/" + PositionedTree.segment(name));
            if (anchors.isMerge(name)) {
                merged = value;
            } else {
                object.set(name, value);
            }
        }
        anchors.merge(object, merged);
        return object;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(pointer + "/" + array.size()));
        }
        return array;
    }
}
