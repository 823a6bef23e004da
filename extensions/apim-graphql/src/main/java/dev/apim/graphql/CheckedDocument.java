package dev.apim.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document that keeps to the limits and to the schema, or why it does not.
 *
 * @param document present where there are no errors
 * @param errors what is wrong with it
 */
record CheckedDocument(@Nullable Document document, List<GraphQLError> errors) {
    /**
     * Parses and validates. Its work has no small bound.
     *
     * @param maxDepth levels of fields
     */
    static CheckedDocument of(GraphQLSchema schema, String query, int maxDepth) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(Limits.PARSING)
                    .locale(Locale.ROOT)
                    .build());
        } catch (InvalidSyntaxException e) {
            return new CheckedDocument(null, List.of(e.toInvalidSyntaxError()));
        }
        Complexity complexity = Complexity.of(document);
        if (complexity.depth() > maxDepth) {
            return refused("The query has a depth of " + complexity.depth() + ", which exceeds the maximum of "
                    + maxDepth + ".");
        }
        if (complexity.fields() > Limits.FIELDS) {
            return refused("The query asks for more than " + Limits.FIELDS + " fields.");
        }
        List<? extends GraphQLError> errors = new Validator()
                .validateDocument(schema, document, rule -> true, Locale.ROOT, QueryComplexityLimits.NONE);
        return errors.isEmpty()
                ? new CheckedDocument(document, List.of())
                : new CheckedDocument(null, List.copyOf(errors));
    }

    private static CheckedDocument refused(String message) {
        return new CheckedDocument(
                null,
                List.of(GraphqlErrorBuilder.newError().message("%s", message).build()));
    }
}
