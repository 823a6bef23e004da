package dev.apim.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.http.QueryParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks (GraphQL over HTTP §5).
 *
 * @param query the document
 * @param operationName which of its operations; {@code null} where it has but one
 * @param variables by name
 * @param members everything that was sent, for sending it on
 */
record GraphQlRequest(String query, @Nullable String operationName, ObjectNode variables, ObjectNode members) {
    private static final String QUERY = "query";
    private static final String OPERATION_NAME = "operationName";
    private static final String VARIABLES = "variables";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Either a request, or why there is none. */
    record Read(@Nullable GraphQlRequest request, @Nullable RequestError error) {
        static Read failed(int status, String message) {
            return new Read(null, RequestError.of(status, message));
        }
    }

    /** The body of a POST: a JSON object, or with {@code application/graphql} the query itself. */
    static Read ofBody(@Nullable String contentType, byte[] body) {
        if (contentType != null
                && contentType.toLowerCase(java.util.Locale.ROOT).startsWith("application/graphql")
                && !contentType.contains("json")) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            members.put(QUERY, new String(body, StandardCharsets.UTF_8));
            return of(members);
        }
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree instanceof ObjectNode members
                    ? of(members)
                    : Read.failed(400, "The body is no JSON object with a member 'query'; batches are not taken.");
        } catch (JsonProcessingException e) {
            return Read.failed(400, "The body is not JSON, expected an object with a member 'query'.");
        } catch (IOException e) {
            return Read.failed(400, "The body cannot be read.");
        }
    }

    /** The query of a GET. */
    static Read ofQuery(String queryString) {
        QueryParameters parameters = QueryParameters.parse(queryString);
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {QUERY, OPERATION_NAME}) {
            String value = parameters.get(name);
            if (value != null) {
                members.put(name, value);
            }
        }
        String variables = parameters.get(VARIABLES);
        if (variables != null && !variables.isBlank()) {
            try {
                members.set(VARIABLES, Json.mapper().readTree(variables));
            } catch (JsonProcessingException e) {
                return Read.failed(400, "The parameter 'variables' is not JSON.");
            }
        }
        return of(members);
    }

    private static Read of(ObjectNode members) {
        JsonNode query = members.path(QUERY);
        JsonNode name = members.path(OPERATION_NAME);
        JsonNode variables = members.path(VARIABLES);
        if (!query.isTextual() || query.textValue().isBlank()) {
            return Read.failed(400, "The request has no query, expected a text 'query'.");
        }
        if (!isAbsent(name) && !name.isTextual()) {
            return Read.failed(400, "'operationName' is no text.");
        }
        if (!isAbsent(variables) && !variables.isObject()) {
            return Read.failed(400, "'variables' is no object.");
        }
        ObjectNode given = variables instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        String operation = name.isTextual() && !name.textValue().isEmpty() ? name.textValue() : null;
        return new Read(new GraphQlRequest(query.textValue(), operation, given, members), null);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** The variables as values of Java. */
    Map<String, Object> variableValues() {
        return Json.mapper().convertValue(variables, MAP);
    }

    /** The same with another document. */
    GraphQlRequest with(String otherQuery) {
        ObjectNode changed = members.deepCopy();
        changed.put(QUERY, otherQuery);
        return new GraphQlRequest(otherQuery, operationName, variables, changed);
    }
}
