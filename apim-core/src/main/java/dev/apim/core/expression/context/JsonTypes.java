package dev.apim.core.expression.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.policy.ExpressionException;
import java.util.Locale;

/** What kind of JSON a body holds, in the names of Json.NET. */
final class JsonTypes {
    private JsonTypes() {}

    /** The tree, where it is of the wanted type. */
    static JsonNode checked(JsonNode tree, String type) {
        boolean fits = switch (type) {
            case "JObject" -> tree.isObject();
            case "JArray" -> tree.isArray();
            default -> true;
        };
        if (!fits) {
            throw new ExpressionException("The body is a JSON "
                    + tree.getNodeType().name().toLowerCase(Locale.ROOT) + ", expected a " + type + ".");
        }
        return tree;
    }
}
