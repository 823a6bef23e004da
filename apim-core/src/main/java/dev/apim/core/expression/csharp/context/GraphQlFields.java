package dev.apim.core.expression.csharp.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.GraphQlScope.DataObject;
import dev.apim.core.expression.csharp.json.JsonNodes;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import org.jspecify.annotations.Nullable;

/** {@code IGraphQLDataObject}: {@code ["field"]} is a {@code JToken}, or null. */
final class GraphQlFields {
    private GraphQlFields() {}

    static void define(TypeBuilder type) {
        type.method("JToken this[string name]", (DataObject object, @Nullable String name) -> {
            JsonNode field = name == null ? null : object.fields().get(name);
            return field == null ? null : JsonNodes.toJToken(field);
        });
    }
}
