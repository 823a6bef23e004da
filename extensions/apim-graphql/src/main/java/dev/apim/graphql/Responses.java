package dev.apim.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of responses (GraphQL §7). */
final class Responses {
    static final String JSON = "application/json; charset=utf-8";
    static final String GRAPHQL_JSON = "application/graphql-response+json; charset=utf-8";

    private Responses() {}

    /** The media type the client asks for; JSON unless it names the newer one. */
    static String contentType(@Nullable String accept) {
        return accept != null && accept.contains("application/graphql-response+json") ? GRAPHQL_JSON : JSON;
    }

    static byte[] errors(List<? extends GraphQLError> errors) {
        return bytes(Map.of("errors", errors.stream().map(Responses::members).toList()));
    }

    /** What was executed, with errors that were found ahead of it. */
    static byte[] result(Map<String, Object> executed, List<GraphQLError> earlier) {
        if (earlier.isEmpty()) {
            return bytes(executed);
        }
        List<Object> errors = new java.util.ArrayList<>(
                earlier.stream().map(Responses::members).toList());
        if (executed.get("errors") instanceof List<?> later) {
            errors.addAll(later);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("errors", errors);
        whole.putAll(executed);
        whole.put("errors", errors);
        return bytes(whole);
    }

    /** The members of an error without our classification of it, which is of no use to a client. */
    static Map<String, Object> members(GraphQLError error) {
        Map<String, Object> members = new LinkedHashMap<>(error.toSpecification());
        members.remove("locations", List.of());
        if (members.get("extensions") instanceof Map<?, ?> extensions) {
            Map<Object, Object> kept = new LinkedHashMap<>(extensions);
            kept.remove("classification");
            if (kept.isEmpty()) {
                members.remove("extensions");
            } else {
                members.put("extensions", kept);
            }
        }
        return members;
    }

    static JsonNode tree(List<? extends GraphQLError> errors) {
        return Json.mapper().valueToTree(errors.stream().map(Responses::members).toList());
    }

    private static byte[] bytes(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a GraphQL result is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
