package dev.apim.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;

/**
 * Why a request is not executed at all: its response has errors and no data (GraphQL §7.1).
 *
 * @param status of the response
 * @param errors at least one
 */
record RequestError(int status, List<GraphQLError> errors) {
    static RequestError of(int status, String message) {
        return new RequestError(status, List.of(error(message)));
    }

    /** The caller's mistake. */
    static RequestError of(List<? extends GraphQLError> errors) {
        return new RequestError(400, List.copyOf(errors));
    }

    private static GraphQLError error(String message) {
        return GraphqlErrorBuilder.newError().message("%s", message).build();
    }

    String message() {
        return String.valueOf(errors.get(0).getMessage());
    }
}
