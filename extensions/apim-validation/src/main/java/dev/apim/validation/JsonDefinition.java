package dev.apim.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.apim.Position;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON that fits a schema. */
final class JsonDefinition implements Definition {
    private static final int MOST_DIGITS = 1_000;

    private final Schema schema;
    private final boolean foldsCase;

    JsonDefinition(Schema schema, boolean foldsCase) {
        this.schema = schema;
        this.foldsCase = foldsCase;
    }

    @Override
    public List<Mistake> check(Content content) throws UnreadableException {
        JsonNode tree = tree(content);
        List<Mistake> twice = new ArrayList<>();
        JsonNode compared = foldsCase ? folded(tree, "", twice) : tree;
        return twice.isEmpty() ? mistakes(compared, content) : twice;
    }

    /** What is wrong with a value that has no place in a text. */
    List<Mistake> check(JsonNode value) {
        return errors(value).stream()
                .map(error -> new Mistake(text(error), 1, 1))
                .toList();
    }

    /** The schema without the references it begins with: it tells the type of the value. */
    JsonNode shape() {
        JsonNode node = schema.getSchemaNode();
        for (int i = 0; i < 16 && node != null; i++) {
            JsonNode next = node.path("allOf").size() == 1 ? node.get("allOf").get(0) : node;
            String reference = next.path("$ref").asText("");
            if (reference.isEmpty()) {
                return next;
            }
            node = schema.getRefSchemaNode(reference);
        }
        return node == null ? MissingNode.getInstance() : node;
    }

    private List<Error> errors(JsonNode value) {
        List<Error> errors = new ArrayList<>();
        EcmaPattern.within(() -> errors.addAll(schema.validate(value)));
        return errors.size() > MOST ? errors.subList(0, MOST) : errors;
    }

    private List<Mistake> mistakes(JsonNode tree, Content content) {
        List<Error> errors = errors(tree);
        if (errors.isEmpty()) {
            return List.of();
        }
        // Where something stands is found out only now: most bodies are right.
        PositionedTree places =
                PositionedTree.read("body", text(content), issue -> {}).orElse(null);
        List<Mistake> mistakes = new ArrayList<>();
        for (Error error : errors) {
            String pointer = pointer(error.getInstanceLocation(), places == null ? tree : places.root());
            Position at = places == null ? new Position("body", 1, 1) : places.at(pointer);
            mistakes.add(new Mistake(text(error), at.line(), at.column()));
        }
        return mistakes;
    }

    private static String text(Error error) {
        String at = error.getInstanceLocation().toString();
        return (at.isEmpty() ? "" : at + ": ") + error.getMessage() + ".";
    }

    /** Names are looked up in the body as it was sent, whose case may be another. */
    private static String pointer(NodePath path, JsonNode tree) {
        StringBuilder pointer = new StringBuilder();
        JsonNode at = tree;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            String name = String.valueOf(step);
            if (!at.isArray() && !at.has(name)) {
                String wanted = name;
                name = at.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(wanted::equalsIgnoreCase)
                        .findFirst()
                        .orElse(wanted);
            }
            at = at.isArray() && step instanceof Integer index ? at.path(index) : at.path(name);
            pointer.append('/').append(PositionedTree.segment(name));
        }
        return pointer.toString();
    }

    private static JsonNode tree(Content content) throws UnreadableException {
        try {
            JsonNode tree = content.charset().isEmpty()
                    ? Json.mapper().readTree(content.bytes())
                    : Json.mapper().readTree(text(content));
            if (tree == null || tree.isMissingNode()) {
                throw new UnreadableException("The body is empty, expected JSON.");
            }
            refuseHugeNumbers(tree);
            return tree;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " Line: " + e.getLocation().getLineNr() + ", Position: "
                            + e.getLocation().getColumnNr();
            throw new UnreadableException(firstLine(e.getOriginalMessage()) + "." + where);
        } catch (IOException e) {
            throw new UnreadableException("The body cannot be decoded.");
        }
    }

    /** What is short as {@code 1e400000000} is long once somebody divides it. */
    private static void refuseHugeNumbers(JsonNode node) throws UnreadableException {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS) {
            throw new UnreadableException("A number has more than " + MOST_DIGITS + " digits.");
        }
        for (JsonNode child : node) {
            refuseHugeNumbers(child);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String text(Content content) {
        Charset charset = StandardCharsets.UTF_8;
        if (!content.charset().isEmpty() && Charset.isSupported(content.charset())) {
            charset = Charset.forName(content.charset());
        }
        return new String(content.bytes(), charset);
    }

    /** Two names that differ in case only are refused: one of them would pass unseen. */
    private static JsonNode folded(JsonNode node, String path, List<Mistake> twice) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(folded(element, path, twice)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            String name = JsonOptions.fold(member.getKey());
            if (copy.has(name)) {
                twice.add(new Mistake(
                        (path.isEmpty() ? "" : path + ": ") + "the property '" + member.getKey() + "' occurs twice.",
                        1,
                        1));
            }
            copy.set(name, folded(member.getValue(), path + "/" + name, twice));
        });
        return copy;
    }
}
