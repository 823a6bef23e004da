package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.backend.BackendRequest;
import dev.apim.core.json.Json;
import dev.apim.core.policies.message.Answer;
import dev.apim.policy.Exchange;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one request asks of the GraphQL server behind its API.
 *
 * @param fallback the server
 * @param delegation says what of the document it is asked for
 * @param operation that is executed
 * @param asked by the client
 * @param request that led here, for its deadline
 */
record FallbackCalls(
        Fallback fallback,
        Delegation delegation,
        OperationDefinition operation,
        GraphQlRequest asked,
        BackendRequest request) {
    /** Asks for one field of the root; several fields of the document may be one of the result. */
    Answer ask(Exchange exchange, List<Field> fields) {
        Document document = delegation.of(operation, fields);
        OperationDefinition sent =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("query", AstPrinter.printAstCompact(document));
        if (sent.getName() != null) {
            body.put("operationName", sent.getName());
        }
        ObjectNode variables = body.putObject("variables");
        for (VariableDefinition variable : sent.getVariableDefinitions()) {
            JsonNode value = asked.variables().get(variable.getName());
            if (value != null) {
                variables.set(variable.getName(), value);
            }
        }
        return fallback.ask(exchange, request, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
