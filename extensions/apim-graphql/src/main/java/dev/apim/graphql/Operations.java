package dev.apim.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which operation of a document is meant (GraphQL §6.1). */
final class Operations {
    private Operations() {}

    /** The one with that name, or the only one; {@code null} where that is not clear. */
    static @Nullable OperationDefinition of(Document document, @Nullable String name) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null) {
            return all.size() == 1 ? all.get(0) : null;
        }
        return all.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .orElse(null);
    }

    static OperationDefinition.@Nullable Operation kind(Document document, @Nullable String name) {
        OperationDefinition operation = of(document, name);
        return operation == null ? null : operation.getOperation();
    }
}
