package dev.apim.graphql.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a container an item lies (Azure: partition-key).
 *
 * @param type {@code string}, {@code number}, {@code bool}, {@code none} or {@code null}
 * @param text of it
 */
record PartitionKey(String type, CosmosText text) {
    static @Nullable PartitionKey in(PolicyElement parent, CompileContext context) {
        return parent.child("partition-key")
                .map(element -> new PartitionKey(
                        element.attribute("data-type")
                                .map(Value::text)
                                .orElse("string")
                                .toLowerCase(Locale.ROOT),
                        CosmosText.of(element, context)))
                .orElse(null);
    }

    /**
     * The value of {@code x-ms-documentdb-partitionkey}.
     *
     * @throws CosmosFailure when the text is not of the type
     */
    String header(Exchange exchange, Map<CosmosText, String> rendered) {
        ArrayNode key = JsonNodeFactory.instance.arrayNode();
        switch (type) {
            case "none" -> key.addObject();
            case "null" -> key.addNull();
            case "number" -> key.add(number(text.text(exchange, rendered)));
            case "bool" -> key.add(text.text(exchange, rendered).equalsIgnoreCase("true"));
            default -> key.add(text.text(exchange, rendered));
        }
        return ascii(key);
    }

    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new CosmosFailure("the partition key is no number, though its data-type is number");
        }
    }

    /** A field's value is ASCII. */
    private static String ascii(JsonNode node) {
        String json = node.toString();
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            escaped.append(c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return escaped.toString();
    }
}
