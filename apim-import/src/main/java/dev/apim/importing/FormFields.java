package dev.apim.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of a form body: Azure lists them beside the schema. */
final class FormFields {
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private FormFields() {}

    static boolean isForm(String mediaType) {
        int end = mediaType.indexOf(';');
        return FORMS.contains(
                (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** One field for each property of an object schema. */
    static List<ObjectNode> of(Place schema, ParameterDraft drafts) {
        List<ObjectNode> fields = new ArrayList<>();
        References.object(schema).ifPresent(object -> {
            Set<String> required = new HashSet<>();
            for (Place each : object.list("required").map(Place::items).orElse(List.of())) {
                required.add(each.value().asText());
            }
            for (Place property :
                    object.object("properties").map(Place::members).orElse(List.of())) {
                References.object(property)
                        .ifPresent(
                                p -> fields.add(drafts.field(p, property.name(), required.contains(property.name()))));
            }
        });
        return fields;
    }
}
