package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.resource.Resource;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The properties of resources while they are made: remembers which place each object came from, and what all of them weigh, because a
 * description of a few lines can refer to one large value thousands of times.
 */
final class Draft {
    /** Characters of properties that one description may become. */
    static final long HEAVIEST = 64L * 1024 * 1024;

    private static final int OBJECT = 32;

    private final Map<JsonNode, Position> made = new IdentityHashMap<>();
    private long weight;

    /** A new object that {@code from} describes. */
    ObjectNode object(Place from) {
        weigh(from, OBJECT);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        made.put(object, from.position());
        return object;
    }

    /** A member with text, unless that is empty. */
    void text(ObjectNode object, String name, String text, Place from) {
        if (!text.isEmpty()) {
            weigh(from, text.length());
            TextNode node = JsonNodeFactory.instance.textNode(text);
            made.put(node, from.position());
            object.set(name, node);
        }
    }

    /** A member with a value taken as it was written. */
    void raw(ObjectNode object, String name, Place from) {
        weigh(from);
        object.set(name, from.value());
    }

    /** A list member, unless there are no items. */
    static void list(ObjectNode object, String name, Iterable<? extends JsonNode> items) {
        if (items.iterator().hasNext()) {
            items.forEach(object.withArray(name)::add);
        }
    }

    /** Where the parts of finished properties were written. */
    Resource.Origin origin(ObjectNode properties, Place whole) {
        Map<String, Position> places = new HashMap<>();
        collect(properties, "", places);
        places.putIfAbsent("", whole.position());
        return fixed(places);
    }

    /** Answers from {@code places} by JSON pointer, with the nearest above; there is one for the whole. */
    static Resource.Origin fixed(Map<String, Position> places) {
        Map<String, Position> fixed = Map.copyOf(places);
        return pointer -> nearest(fixed, pointer);
    }

    private void collect(JsonNode node, String pointer, Map<String, Position> places) {
        Position position = made.remove(node);
        if (position != null) {
            places.put(pointer, position);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(e -> collect(e.getValue(), pointer + "/" + PositionedTree.segment(e.getKey()), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, places);
            }
        }
    }

    private static Position nearest(Map<String, Position> places, String pointer) {
        for (String p = pointer; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('/')))) {
            Position position = places.get(p);
            if (position != null) {
                return position;
            }
        }
        return java.util.Objects.requireNonNull(places.get(""));
    }

    /** Counts a value that is taken as it was written. */
    void weigh(Place from) {
        weigh(from, from.value().toString().length());
    }

    private void weigh(Place from, long characters) {
        weight += characters;
        if (weight > HEAVIEST) {
            throw new TooLarge(from);
        }
    }
}
