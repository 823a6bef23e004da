package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.resource.Resource;
import dev.apim.resource.SpecificationReader.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schemas of an API: those the description names, as written, and those it writes in place, which get a name here because
 * operations refer to schemas by name only (Azure: in-line schemas are moved to the schema of the API).
 */
final class Schemas {
    private final Kind kind;
    private final Place root;
    private final Draft draft;
    private final SchemaCheck check;
    private final ObjectNode all = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> hoisted = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Where a version keeps its schemas, and what Azure calls that.
     *
     * @param id of the one schema resource
     * @param contentType of it
     * @param way to the schemas, from the root of the description and of the resource's document alike
     */
    record Kind(String id, String contentType, List<String> way) {
        static final Kind DEFINITIONS = new Kind(
                "definitions", "application/vnd.ms-azure-apim.swagger.definitions+json", List.of("definitions"));
        static final Kind COMPONENTS =
                new Kind("components", "application/vnd.oai.openapi.components+json", List.of("components", "schemas"));

        String prefix() {
            return "#/" + String.join("/", way) + "/";
        }
    }

    Schemas(Kind kind, Place root, Draft draft, SchemaCheck check) {
        this.kind = kind;
        this.root = root;
        this.draft = draft;
        this.check = check;
        Optional<Place> named = Optional.of(root);
        for (String step : kind.way()) {
            named = named.flatMap(p -> p.object(step));
        }
        named.ifPresent(this::keep);
    }

    private void keep(Place named) {
        all.setAll((ObjectNode) named.value());
        named.members().forEach(check::check);
    }

    /** Looks over a schema that nothing needs to refer to. */
    void check(Place schema) {
        check.check(schema);
    }

    /** Points {@code target} at the schema; one that says nothing is not pointed at. */
    void name(ObjectNode target, Place schema, String wish) {
        check.check(schema);
        if (!schema.value().isObject() || schema.value().isEmpty()) {
            return;
        }
        target.put("schemaId", kind.id());
        target.put("typeName", named(schema.value()).orElseGet(() -> hoist(schema, wish)));
    }

    /** The name that a schema has in the description itself: it is a reference to a named one. */
    private Optional<String> named(JsonNode schema) {
        String ref = schema.path(References.REF).asText("");
        String name =
                ref.startsWith(kind.prefix()) ? ref.substring(kind.prefix().length()) : "";
        return Optional.of(Place.unescape(name)).filter(all::has);
    }

    private String hoist(Place schema, String wish) {
        return hoisted.computeIfAbsent(schema.pointer(), p -> {
            String name = free(listOf(schema.value()).orElse(wish), schema.value());
            draft.raw(all, name, schema);
            return name;
        });
    }

    /** A plain list of a named schema is called after it, as Azure does: {@code PetArray}. */
    private Optional<String> listOf(JsonNode schema) {
        boolean plain = schema.path("type").asText("").equals("array")
                && Set.of("type", "items")
                        .containsAll(
                                schema.propertyStream().map(Map.Entry::getKey).toList());
        return plain ? named(schema.path("items")).map(n -> n + "Array") : Optional.empty();
    }

    private String free(String wish, JsonNode schema) {
        String name = wish;
        while (all.has(name) && !schema.equals(all.get(name))) {
            name = wish + "-" + numbers.merge(wish, 1, Integer::sum);
        }
        return name;
    }

    /** The resource that holds them all; none when there are no schemas. */
    List<Member> members() {
        if (all.isEmpty()) {
            return List.of();
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("contentType", kind.contentType());
        ObjectNode at = properties.putObject("document");
        for (String step : kind.way().subList(0, kind.way().size() - 1)) {
            at = at.putObject(step);
        }
        at.set(kind.way().get(kind.way().size() - 1), all);
        return List.of(new Member(kind.id(), properties.toString(), origin()));
    }

    /** The place of each schema; what lies deeper is found at its schema, so that no tree is kept for it. */
    private Resource.Origin origin() {
        String way = "/" + String.join("/", kind.way());
        Map<String, Position> places = new HashMap<>();
        all.fieldNames().forEachRemaining(name -> {
            String pointer = way + "/" + PositionedTree.segment(name);
            places.put("/document" + pointer, root.tree().at(pointer));
        });
        hoisted.forEach((pointer, name) -> places.put(
                "/document" + way + "/" + PositionedTree.segment(name),
                root.tree().at(pointer)));
        places.put("", root.tree().at(way));
        return Draft.fixed(places);
    }
}
