package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.json.JsonNodes;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What an expression gave for a parameter, as JSON. */
public final class ParameterValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ParameterValue() {}

    /** Texts, numbers, flags and trees as they are; anything else is the text .NET has for it. */
    public static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof JToken token) {
            return JsonNodes.fromJToken(token);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        return value instanceof Number number ? number(number) : NODES.textNode(DotNetText.of(value));
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (number instanceof BigInteger whole) {
            return NODES.numberNode(whole);
        }
        boolean fraction = number instanceof Double || number instanceof Float;
        return fraction ? NODES.numberNode(number.doubleValue()) : NODES.numberNode(number.longValue());
    }
}
