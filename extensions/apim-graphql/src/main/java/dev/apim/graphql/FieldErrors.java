package dev.apim.graphql;

import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import graphql.GraphQLError;
import java.util.List;

/** Errors of fields that a policy took out of a request; they are a part of its result. */
record FieldErrors(List<GraphQLError> errors) {
    static final ExchangeKey<FieldErrors> KEY = ExchangeKey.of("graphql-field-errors");

    static List<GraphQLError> of(Exchange exchange) {
        FieldErrors found = exchange.get(KEY);
        return found == null ? List.of() : found.errors();
    }
}
