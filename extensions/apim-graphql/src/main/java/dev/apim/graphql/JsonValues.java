package dev.apim.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apim.core.json.Json;
import dev.apim.http.BytesBody;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What resolvers answer, as the executor takes it: scalars of Java, lists, and objects that stay trees. */
final class JsonValues {
    /** Reads a field that has no resolver from its parent. */
    static final DataFetcher<Object> FROM_PARENT = environment ->
            environment.getSource() instanceof JsonNode parent ? value(parent.get(name(environment))) : null;

    private static String name(DataFetchingEnvironment environment) {
        return environment.getLocalContext() == FallbackAnswer.MARK
                ? environment.getField().getResultKey()
                : environment.getFieldDefinition().getName();
    }

    private JsonValues() {}

    static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isArray()) {
            List<@Nullable Object> values = new ArrayList<>(node.size());
            node.forEach(element -> values.add(value(element)));
            return values;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? number(node) : node;
    }

    private static Object number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.intValue() : node.bigIntegerValue();
        }
        return node.decimalValue();
    }

    /** A data source's body: JSON, or else the text itself; {@code null} where it is empty. */
    static @Nullable JsonNode parse(BytesBody body) {
        if (body.length() == 0) {
            return null;
        }
        try {
            return Json.mapper().readTree(body.bytes());
        } catch (JsonProcessingException e) {
            if (Json.isBeyondLimits(e)) {
                throw new FieldFailure("The data source's response is beyond the limits of JSON.");
            }
            return TextNode.valueOf(new String(body.bytes(), StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new FieldFailure("The data source's response cannot be read.");
        }
    }
}
