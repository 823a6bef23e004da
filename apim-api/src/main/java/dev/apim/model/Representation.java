package dev.apim.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body in one media type.
 *
 * @param contentType media type
 * @param schemaId of the schema that describes it, if one does
 * @param typeName within that schema
 * @param formParameters for form media types
 * @param examples by name, in document order: the value as text (JSON values as JSON)
 */
public record Representation(
        String contentType,
        @Nullable String schemaId,
        @Nullable String typeName,
        List<Parameter> formParameters,
        Map<String, String> examples) {}
