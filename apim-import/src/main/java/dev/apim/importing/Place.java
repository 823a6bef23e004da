package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the description and where it stands. Its accessors report what has the wrong type, and then answer as if it were absent.
 *
 * @param tree the whole description
 * @param issues takes the mistakes and counts the work
 * @param value the value here
 * @param pointer JSON pointer from the root
 */
record Place(PositionedTree tree, Findings issues, JsonNode value, String pointer) {

    static Place root(PositionedTree tree, Findings issues) {
        return new Place(tree, issues, tree.root(), "");
    }

    /** The last step of the way here. */
    String name() {
        return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    Position position() {
        return tree.at(pointer);
    }

    boolean has(String name) {
        return value.has(name);
    }

    /** The member of that name, whatever its type. */
    Optional<Place> any(String name) {
        JsonNode child = value.get(name);
        return child == null ? Optional.empty() : Optional.of(child(name, child));
    }

    Optional<Place> object(String name) {
        return any(name).filter(p -> p.isA("an object", p.value.isObject()));
    }

    Optional<Place> list(String name) {
        return any(name).filter(p -> p.isA("a list", p.value.isArray()));
    }

    /** The text of a member; empty when it is absent. A null is taken for that, as writers of descriptions do. */
    String text(String name) {
        Optional<Place> found = any(name);
        if (found.isPresent() && found.get().value.isNull()) {
            found.get().warning("'" + name + "' is null and read as if it were absent; leave it out");
            return "";
        }
        return found.filter(p -> p.isA("a text; put it in quotes", p.value.isTextual()))
                .map(p -> p.value.textValue())
                .orElse("");
    }

    boolean flag(String name) {
        return any(name)
                .filter(p -> p.isA("true or false", p.value.isBoolean()))
                .map(p -> p.value.booleanValue())
                .orElse(false);
    }

    /** The members of an object in document order. */
    List<Place> members() {
        List<Place> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            members.add(child(each.getKey(), each.getValue()));
        }
        return members;
    }

    /** The members without extensions ({@code x-…}). */
    List<Place> fields() {
        return members().stream().filter(m -> !m.name().startsWith("x-")).toList();
    }

    /** The items of a list, in order. */
    List<Place> items() {
        List<Place> items = new ArrayList<>();
        for (JsonNode each : value) {
            items.add(child(Integer.toString(items.size()), each));
        }
        return items;
    }

    /** Whether the whole document is an object, as every description is; reported when it is not. */
    boolean isObjectRoot() {
        if (!value.isObject()) {
            error("the document is " + kind() + ", expected an object: an OpenAPI description");
        }
        return value.isObject();
    }

    /** Whether this is an object; reported when it is not. */
    boolean isObject() {
        return isA("an object", value.isObject());
    }

    boolean isText() {
        return isA("a text; put it in quotes", value.isTextual());
    }

    /** Reports what was found here unless {@code right}. */
    boolean isA(String expected, boolean right) {
        if (!right) {
            error("'" + name() + "' is " + kind() + ", expected " + expected);
        }
        return right;
    }

    void error(String message) {
        issues.error(position(), message);
    }

    void warning(String message) {
        issues.warning(position(), message);
    }

    /** The same place in the same description with another value, such as a reference followed. */
    Place child(String name, JsonNode child) {
        issues.visit(this);
        return new Place(tree, issues, child, pointer + "/" + PositionedTree.segment(name));
    }

    static String unescape(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    private String kind() {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> value.textValue().isEmpty() ? "empty" : "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
