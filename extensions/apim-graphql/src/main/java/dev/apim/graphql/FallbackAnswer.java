package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.http.BytesBody;
import dev.apim.http.ResponseMessage;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the GraphQL server behind an API said of one field of a root. */
final class FallbackAnswer {
    /** Stands with values that came from the server: their fields are named as the client asked for them. */
    static final Object MARK = new Object();

    private FallbackAnswer() {}

    /**
     * The value of the field and the errors about it.
     *
     * @param key of the field in the result
     * @throws FieldFailure when the answer is none
     */
    static DataFetcherResult<Object> of(ResponseMessage answer, String key) {
        JsonNode tree = tree(answer);
        if (!tree.path("data").isObject() && !tree.path("errors").isArray()) {
            throw new FieldFailure("The GraphQL server answered with status " + answer.status() + ".");
        }
        List<GraphQLError> errors = new ArrayList<>();
        for (JsonNode error : tree.path("errors")) {
            errors.add(error(error, key));
        }
        @Nullable Object value = JsonValues.value(tree.path("data").path(key));
        return DataFetcherResult.newResult()
                .data(value)
                .errors(errors)
                .localContext(MARK)
                .build();
    }

    private static JsonNode tree(ResponseMessage answer) {
        BytesBody body = answer.body().inMemory();
        try {
            return Json.mapper().readTree(body == null ? new byte[0] : body.bytes());
        } catch (IOException e) {
            throw new FieldFailure("The GraphQL server answered with status " + answer.status() + " and no JSON.");
        }
    }

    /** Its path is that of the client's request; where it was found in ours means nothing to the client. */
    private static GraphQLError error(JsonNode error, String key) {
        List<Object> path = new ArrayList<>();
        for (JsonNode step : error.path("path")) {
            path.add(step.isInt() ? (Object) step.intValue() : step.asText());
        }
        var built = GraphqlErrorBuilder.newError()
                .message("%s", error.path("message").asText("The GraphQL server gave an error."))
                .path(path.isEmpty() ? List.of(key) : path);
        if (error.path("extensions").isObject()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> extensions = Json.mapper().convertValue(error.path("extensions"), Map.class);
            built.extensions(extensions);
        }
        return built.build();
    }
}
