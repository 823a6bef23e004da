package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.PositionedTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Follows {@code $ref} within the description (RFC 6901 pointers in the fragment). Nothing else is ever opened. */
final class References {
    static final String REF = "$ref";

    private static final int LONGEST_CHAIN = 100;

    private References() {}

    /** What {@code place} stands for: itself, or the end of the references that begin here; empty when that was reported. */
    static Optional<Place> resolve(Place place) {
        Set<String> seen = new HashSet<>();
        Place at = place;
        while (at.value().path(REF).isTextual()) {
            if (seen.size() > LONGEST_CHAIN) {
                place.error(
                        "more than " + LONGEST_CHAIN + " references lead one to the next; refer to the last directly");
                return Optional.empty();
            }
            if (!seen.add(at.pointer())) {
                place.error("the reference '" + place.value().path(REF).textValue()
                        + "' leads back to itself; let one of the circle say what it is");
                return Optional.empty();
            }
            Optional<Place> next = follow(at);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return at.value().has(REF) && !at.child(REF, at.value().get(REF)).isText() ? Optional.empty() : Optional.of(at);
    }

    /** The object that {@code place} stands for. */
    static Optional<Place> object(Place place) {
        return place.isObject() ? resolve(place).filter(Place::isObject) : Optional.empty();
    }

    /** One step; {@code at} holds a textual {@code $ref}. */
    private static Optional<Place> follow(Place at) {
        Place reference = at.child(REF, at.value().get(REF));
        String ref = reference.value().textValue();
        if (!ref.startsWith("#")) {
            reference.error(
                    "the reference '" + ref + "' leads out of the document and nothing is fetched; bundle what it names"
                            + " into the document and refer to it with '#/…'");
            return Optional.empty();
        }
        String pointer = decoded(ref.substring(1));
        Optional<Place> target = pointer.isEmpty() || pointer.startsWith("/") ? find(at, pointer) : Optional.empty();
        if (target.isEmpty()) {
            reference.error(
                    "the reference '" + ref + "' leads to nothing in this document; define it or correct the path");
        }
        return target;
    }

    private static Optional<Place> find(Place from, String pointer) {
        JsonNode node = from.tree().root();
        StringBuilder way = new StringBuilder();
        for (String segment :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = Place.unescape(segment);
            node = node.isArray() ? item(node, name) : node.path(name);
            way.append('/').append(PositionedTree.segment(name));
        }
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Place(from.tree(), from.issues(), node, way.toString()));
    }

    private static JsonNode item(JsonNode list, String name) {
        return name.length() < 8 && name.chars().allMatch(c -> c >= '0' && c <= '9') && !name.isEmpty()
                ? list.path(Integer.parseInt(name))
                : list.path("");
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // a stray '%' is taken as written, and then leads somewhere or not
        }
    }
}
