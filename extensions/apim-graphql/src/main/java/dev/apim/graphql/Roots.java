package dev.apim.graphql;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a schema's text gives its types, above all those an operation begins with. */
final class Roots {
    private Roots() {}

    /** Those of queries and mutations, as {@code Type/field}. */
    static List<String> of(TypeDefinitionRegistry types) {
        Stream<String> names = types.schemaDefinition().map(SchemaDefinition::getOperationTypeDefinitions).stream()
                .flatMap(List::stream)
                .filter(operation -> !operation.getName().equals("subscription"))
                .map(Roots::type);
        if (types.schemaDefinition().isEmpty()) {
            names = Stream.of("Query", "Mutation");
        }
        return names.flatMap(type -> fields(types, type).stream().map(field -> type + "/" + field))
                .toList();
    }

    private static String type(OperationTypeDefinition operation) {
        return operation.getTypeName().getName();
    }

    /** Those of an object type, with its extensions. */
    static Set<String> fields(TypeDefinitionRegistry types, String type) {
        return Stream.concat(
                        types.getTypes(ObjectTypeDefinition.class).stream(),
                        types.objectTypeExtensions().values().stream().flatMap(List::stream))
                .filter(definition -> definition.getName().equals(type))
                .flatMap(definition -> definition.getFieldDefinitions().stream())
                .map(FieldDefinition::getName)
                .collect(Collectors.toSet());
    }
}
