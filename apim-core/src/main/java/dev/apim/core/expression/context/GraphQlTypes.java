package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.OBJECT;
import static dev.apim.core.expression.context.ContextType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.GraphQlScope.DataObject;
import org.jspecify.annotations.Nullable;

/** What a GraphQL resolver knows of the field it answers. */
final class GraphQlTypes {
    /** A field that is not there is null, as one of a {@code JObject} is. */
    static final ContextType OBJECT_OF_FIELDS = ContextType.type("IGraphQLDataObject", DataObject.class)
            .indexer(STRING, OBJECT, (target, exchange, arguments) -> field((DataObject) target, arguments[0]))
            .build();

    static final ContextType CONTEXT = ContextType.type("IGraphQLContext", GraphQlScope.class)
            .property("Arguments", OBJECT_OF_FIELDS, scope -> new DataObject(scope.arguments()))
            .property("Parent", OBJECT_OF_FIELDS, scope -> new DataObject(scope.parent()))
            .build();

    private GraphQlTypes() {}

    private static @Nullable JsonNode field(DataObject object, @Nullable Object name) {
        return name == null ? null : object.fields().get((String) name);
    }
}
