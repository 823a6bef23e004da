package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks over schemas, which are kept as written: references must lead somewhere and keywords must have the type the specification
 * gives them. Recursive schemas are fine here; a chain of references that says nothing but itself is not.
 */
final class SchemaCheck {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer", "file");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> ONES = Set.of("not", "if", "then", "else", "contains", "propertyNames");
    private static final Set<String> ONES_OR_FLAGS =
            Set.of("additionalProperties", "additionalItems", "unevaluatedProperties", "unevaluatedItems");
    private static final Map<String, Kind> PLAIN = Map.ofEntries(
            Map.entry("title", Kind.TEXT),
            Map.entry("description", Kind.TEXT),
            Map.entry("format", Kind.TEXT),
            Map.entry("pattern", Kind.TEXT),
            Map.entry("minimum", Kind.NUMBER),
            Map.entry("maximum", Kind.NUMBER),
            Map.entry("multipleOf", Kind.NUMBER),
            Map.entry("minLength", Kind.COUNT),
            Map.entry("maxLength", Kind.COUNT),
            Map.entry("minItems", Kind.COUNT),
            Map.entry("maxItems", Kind.COUNT),
            Map.entry("minProperties", Kind.COUNT),
            Map.entry("maxProperties", Kind.COUNT),
            Map.entry("nullable", Kind.FLAG),
            Map.entry("readOnly", Kind.FLAG),
            Map.entry("writeOnly", Kind.FLAG),
            Map.entry("deprecated", Kind.FLAG),
            Map.entry("uniqueItems", Kind.FLAG),
            Map.entry("required", Kind.TEXTS),
            Map.entry("enum", Kind.LIST));

    private final boolean jsonSchema2020;
    private final Set<String> checked = new HashSet<>();

    private enum Kind {
        TEXT("a text; put it in quotes"),
        NUMBER("a number"),
        COUNT("a whole number of at least 0"),
        FLAG("true or false"),
        LIST("a list"),
        TEXTS("a list of texts");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case NUMBER -> value.isNumber();
                case COUNT -> value.isNumber() && value.decimalValue().signum() >= 0;
                case FLAG -> value.isBoolean();
                case LIST -> value.isArray();
                case TEXTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
            };
        }
    }

    SchemaCheck(boolean jsonSchema2020) {
        this.jsonSchema2020 = jsonSchema2020;
    }

    /** Checks the schema at {@code place} and those within. */
    void check(Place place) {
        if (!checked.add(place.pointer())) {
            return;
        }
        if (place.value().isBoolean() && jsonSchema2020) {
            return;
        }
        if (!place.isObject() || (hasReference(place) && !jsonSchema2020)) {
            return; // up to 3.0 whatever stands beside a reference is ignored
        }
        place.members().forEach(this::keyword);
    }

    private boolean hasReference(Place place) {
        JsonNode reference = place.value().get(References.REF);
        if (reference == null) {
            return false;
        }
        if (jsonSchema2020 && reference.asText().matches("#[^/]+")) {
            place.warning("the reference '" + reference.asText() + "' to an anchor is kept and not followed");
        } else {
            References.resolve(place);
        }
        return true;
    }

    private void keyword(Place at) {
        String name = at.name();
        Kind kind = PLAIN.get(name);
        if (kind != null) {
            at.isA(kind.words, kind.fits(at.value()));
        } else if (name.equals("type")) {
            type(at);
        } else if (name.equals(References.REF)) {
            return; // looked at with its owner
        } else {
            nested(name, at);
        }
    }

    private void nested(String name, Place at) {
        if (MAPS.contains(name)) {
            if (at.isObject()) {
                at.value().properties().forEach(e -> check(at.child(e.getKey(), e.getValue())));
            }
        } else if (LISTS.contains(name)) {
            if (at.isA("a list of schemas", at.value().isArray())) {
                at.items().forEach(this::check);
            }
        } else if (ONES.contains(name) || name.equals("items")) {
            check(at);
        } else if (ONES_OR_FLAGS.contains(name) && !at.value().isBoolean()) {
            check(at);
        }
    }

    private void type(Place at) {
        boolean several = jsonSchema2020 && at.value().isArray();
        if (!several && !at.isText()) {
            return;
        }
        for (Place each : several ? at.items() : List.of(at)) {
            if (each.isText() && !TYPES.contains(each.value().textValue())) {
                each.warning("'" + each.value().textValue() + "' is no type of a schema, expected one of "
                        + String.join(", ", TYPES.stream().sorted().toList()));
            }
        }
    }
}
