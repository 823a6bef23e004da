package dev.apim.core.expression.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.policy.ExchangeKey;

/**
 * The field that a GraphQL resolver answers (Azure: {@code context.GraphQL}). What runs a resolver puts it into the exchange under
 * {@link #KEY}; elsewhere there is none, and {@code context.GraphQL} is null. Its text shows nothing of the call.
 *
 * @param arguments of the field, by name
 * @param parent the object that the field belongs to; an empty one for a field of the query itself
 */
public record GraphQlScope(JsonNode arguments, JsonNode parent) {
    /** Where it is kept. */
    public static final ExchangeKey<GraphQlScope> KEY = ExchangeKey.of("GraphQL");

    /**
     * Arguments or parent: {@code ["field"]} is the value of a field (Azure: {@code IGraphQLDataObject}).
     *
     * @param fields of the object
     */
    public record DataObject(JsonNode fields) {
        @Override
        public String toString() {
            return "IGraphQLDataObject";
        }
    }

    @Override
    public String toString() {
        return "IGraphQLContext";
    }
}
