package dev.apim.importing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The values of a generated description whose type the OpenAPI specification fixes, found by its grammar. */
final class TypedPlaces {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final List<TypedPlace> found = new ArrayList<>();

    /** What a value must be. */
    enum Type {
        OBJECT,
        LIST,
        TEXT,
        FLAG
    }

    record TypedPlace(String pointer, Type type) {
        /** Values that it must not be, in any version of the format. */
        List<JsonNode> wrong() {
            return switch (type) {
                case OBJECT -> List.of(NODES.numberNode(7), NODES.textNode("text"), NODES.arrayNode());
                case LIST -> List.of(NODES.numberNode(7), NODES.textNode("text"), NODES.objectNode());
                case TEXT -> List.of(NODES.numberNode(7), NODES.booleanNode(true), NODES.objectNode());
                case FLAG -> List.of(NODES.numberNode(1), NODES.textNode("yes"), NODES.objectNode());
            };
        }
    }

    private TypedPlaces(JsonNode root) {
        this.root = root;
    }

    static List<TypedPlace> of(JsonNode description) {
        TypedPlaces places = new TypedPlaces(description);
        places.description();
        return places.found;
    }

    static void replace(ObjectNode root, String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode owner = root.at(at.head());
        if (owner instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) owner).set(at.last().getMatchingProperty(), value);
        }
    }

    private void description() {
        mark("/info", Type.OBJECT);
        mark("/info/title", Type.TEXT);
        mark("/host", Type.TEXT);
        mark("/basePath", Type.TEXT);
        mark("/schemes", Type.LIST);
        mark("/servers", Type.LIST);
        mark("/servers/0", Type.OBJECT);
        mark("/servers/0/url", Type.TEXT);
        mark("/components", Type.OBJECT);
        for (String schemas : List.of("/definitions", "/components/schemas")) {
            if (mark(schemas, Type.OBJECT)) {
                names(schemas).forEach(n -> schema(schemas + "/" + n));
            }
        }
        mark("/paths", Type.OBJECT);
        names("/paths").forEach(n -> path("/paths/" + n));
    }

    private void path(String at) {
        mark(at, Type.OBJECT);
        parameters(at + "/parameters");
        for (String name : names(at)) {
            if (!name.equals("parameters")) {
                operation(at + "/" + name);
            }
        }
    }

    private void operation(String at) {
        mark(at, Type.OBJECT);
        for (String text : List.of("operationId", "summary", "description")) {
            mark(at + "/" + text, Type.TEXT);
        }
        parameters(at + "/parameters");
        body(at + "/requestBody");
        if (mark(at + "/responses", Type.OBJECT)) {
            names(at + "/responses").forEach(n -> body(at + "/responses/" + n));
        }
    }

    /** A request body or a response. */
    private void body(String at) {
        if (!mark(at, Type.OBJECT) || isReference(at)) {
            return;
        }
        if (!at.endsWith("/default")) {
            mark(at + "/description", Type.TEXT);
            schema(at + "/schema");
            mark(at + "/headers", Type.OBJECT);
            names(at + "/headers").forEach(n -> mark(at + "/headers/" + n, Type.OBJECT));
        }
        mark(at + "/content", Type.OBJECT);
        for (String media : names(at + "/content")) {
            mark(at + "/content/" + media, Type.OBJECT);
            schema(at + "/content/" + media + "/schema");
        }
    }

    private void parameters(String at) {
        if (!mark(at, Type.LIST)) {
            return;
        }
        for (int i = 0; i < root.at(at).size(); i++) {
            String parameter = at + "/" + i;
            mark(parameter, Type.OBJECT);
            for (String text : List.of("name", "in", "description")) {
                mark(parameter + "/" + text, Type.TEXT);
            }
            mark(parameter + "/required", Type.FLAG);
            mark(parameter + "/enum", Type.LIST);
            schema(parameter + "/schema");
        }
    }

    private void schema(String at) {
        if (!mark(at, Type.OBJECT) || isReference(at)) {
            return;
        }
        mark(at + "/required", Type.LIST);
        mark(at + "/enum", Type.LIST);
        mark(at + "/description", Type.TEXT);
        mark(at + "/type", Type.TEXT);
        mark(at + "/properties", Type.OBJECT);
        names(at + "/properties").forEach(n -> schema(at + "/properties/" + n));
        schema(at + "/items");
    }

    private boolean isReference(String at) {
        return root.at(at).has("$ref") && mark(at + "/$ref", Type.TEXT);
    }

    private List<String> names(String at) {
        return root.at(at)
                .propertyStream()
                .map(e -> e.getKey().replace("~", "~0").replace("/", "~1"))
                .toList();
    }

    private boolean mark(String pointer, Type type) {
        boolean there = !root.at(pointer).isMissingNode();
        if (there) {
            found.add(new TypedPlace(pointer, type));
        }
        return there;
    }
}
