package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes parameters and response headers as Azure's {@code ParameterContract}. */
final class ParameterDraft {
    private final Dialect dialect;
    private final Draft draft;
    private final ExampleReader examples;

    ParameterDraft(Dialect dialect, Draft draft) {
        this.dialect = dialect;
        this.draft = draft;
        this.examples = new ExampleReader(draft);
    }

    /**
     * One parameter or header.
     *
     * @param place its declaration
     * @param name on the wire
     * @param required whether it must be there
     * @param wish what its schema is called if it has none
     */
    ObjectNode of(Place place, String name, boolean required, String wish) {
        ObjectNode parameter = start(place, name);
        draft.text(parameter, "description", place.text("description"), place);
        dialect.facets(place)
                .ifPresentOrElse(facets -> facets(parameter, facets), () -> parameter.put("type", "string"));
        parameter.put("required", required);
        dialect.nameSchema(parameter, place, wish);
        examples.copy(place, parameter);
        return parameter;
    }

    /** A form field, described by the schema of a property. */
    ObjectNode field(Place schema, String name, boolean required) {
        ObjectNode parameter = start(schema, name);
        draft.text(parameter, "description", schema.text("description"), schema);
        facets(parameter, schema);
        parameter.put("required", required);
        return parameter;
    }

    /** A template variable that the description uses and does not declare. */
    ObjectNode undeclared(Place pathItem, String name) {
        ObjectNode parameter = start(pathItem, name);
        parameter.put("type", "string");
        parameter.put("required", true);
        return parameter;
    }

    private ObjectNode start(Place place, String name) {
        ObjectNode parameter = draft.object(place);
        draft.text(parameter, "name", name, place);
        return parameter;
    }

    private void facets(ObjectNode parameter, Place facets) {
        parameter.put("type", type(facets));
        facets.any("default")
                .filter(p -> !p.value().isNull())
                .ifPresent(p -> draft.text(parameter, "defaultValue", text(p.value()), p));
        facets.list("enum").ifPresent(values -> values(parameter, values));
    }

    private void values(ObjectNode parameter, Place values) {
        draft.weigh(values);
        for (JsonNode value : values.value()) {
            if (!value.isNull()) {
                parameter.withArray("values").add(text(value));
            }
        }
    }

    /** The first type that is not null; without one, what the other keywords suggest. */
    private static String type(Place facets) {
        JsonNode type = facets.value().path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (each.isTextual() && !each.textValue().equals("null")) {
                    return each.textValue();
                }
            }
        } else if (facets.has("type") && type.isTextual()) {
            return type.textValue();
        } else if (facets.has("type")) {
            facets.text("type"); // reports what it is instead
        }
        if (facets.has("properties")) {
            return "object";
        }
        return facets.has("items") ? "array" : "string";
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
