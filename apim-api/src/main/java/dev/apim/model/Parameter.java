package dev.apim.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a template, query, field or form.
 *
 * @param name as on the wire
 * @param type such as {@code string}
 * @param description or empty
 * @param defaultValue if there is one
 * @param required whether it must be present
 * @param values that are allowed; empty: any
 * @param schemaId of the schema that describes it, if one does
 * @param typeName within that schema
 */
public record Parameter(
        String name,
        String type,
        String description,
        @Nullable String defaultValue,
        boolean required,
        List<String> values,
        @Nullable String schemaId,
        @Nullable String typeName) {}
