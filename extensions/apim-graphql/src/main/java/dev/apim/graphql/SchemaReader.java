package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.Position;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.Map;
import java.util.Optional;

/** Makes of a schema's text what requests are held against and executed with (GraphQL §3, the schema definition language). */
final class SchemaReader {
    private final IssueSink issues;

    SchemaReader(IssueSink issues) {
        this.issues = issues;
    }

    /** The types of a text; empty when it has mistakes, which were reported. */
    Optional<TypeDefinitionRegistry> parse(String text, Position start) {
        try {
            return Optional.of(new SchemaParser().parse(text));
        } catch (SchemaProblem e) {
            e.getErrors().forEach(error -> report(error, start));
            return Optional.empty();
        }
    }

    /**
     * The schema of these types.
     *
     * @param resolvers what answers a field, by {@code Type/field}; all others are read from their parent
     */
    Optional<GraphQLSchema> schema(
            TypeDefinitionRegistry types, Map<String, DataFetcher<?>> resolvers, Position start) {
        try {
            RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                    .wiringFactory(new Wiring(resolvers))
                    .build();
            return Optional.of(new SchemaGenerator().makeExecutableSchema(types, wiring));
        } catch (SchemaProblem e) {
            e.getErrors().forEach(error -> report(error, start));
        } catch (RuntimeException e) {
            issues.error(start, "the schema cannot be used: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void report(GraphQLError error, Position start) {
        SourceLocation at = error.getLocations() == null || error.getLocations().isEmpty()
                ? SourceLocation.EMPTY
                : error.getLocations().get(0);
        boolean known = at.getLine() > 0 && at.getColumn() > 0;
        boolean ownFile = start.line() == 1 && start.column() == 1;
        if (known && ownFile) {
            issues.error(
                    new Position(start.source(), at.getLine(), at.getColumn()), "the schema: " + error.getMessage());
        } else {
            String where =
                    known ? "line " + at.getLine() + ", column " + at.getColumn() + " of the schema: " : "the schema: ";
            issues.error(start, where + error.getMessage());
        }
    }

    /** Fields, abstract types and scalars over trees of JSON. */
    private record Wiring(Map<String, DataFetcher<?>> resolvers) implements WiringFactory {
        private static final JsonScalar JSON = new JsonScalar();
        private static final TypeResolver BY_NAME = environment -> {
            String name = environment.getObject() instanceof JsonNode object
                    ? object.path("__typename").asText("")
                    : "";
            // None is an error of the field; what is thrown here would end the whole operation.
            return name.isEmpty() ? null : environment.getSchema().getObjectType(name);
        };

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return GraphQLScalarType.newScalar()
                    .name(environment.getScalarTypeDefinition().getName())
                    .definition(environment.getScalarTypeDefinition())
                    .coercing(JSON)
                    .build();
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return BY_NAME;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return BY_NAME;
        }

        @Override
        public boolean providesDataFetcher(FieldWiringEnvironment environment) {
            return resolvers.containsKey(path(environment));
        }

        @Override
        @SuppressWarnings({"rawtypes", "NullAway"}) // asked for what is provided only
        public DataFetcher getDataFetcher(FieldWiringEnvironment environment) {
            return resolvers.get(path(environment));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public DataFetcher getDefaultDataFetcher(FieldWiringEnvironment environment) {
            return JsonValues.FROM_PARENT;
        }

        private static String path(FieldWiringEnvironment environment) {
            return environment.getParentType().getName() + "/"
                    + environment.getFieldDefinition().getName();
        }
    }
}
