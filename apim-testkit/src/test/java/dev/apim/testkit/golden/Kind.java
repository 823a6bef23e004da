package dev.apim.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What is written for a part of a policy. */
enum Kind {
    /** Nothing. */
    DEFAULT,
    /** A literal. */
    LITERAL,
    /** An expression that means the same as the literal. */
    EXPRESSION,
    /** What cannot be right. */
    INVALID;

    private static final String NONE = "none";

    /** What is written; {@code null} for nothing. */
    @Nullable
    String value(JsonNode part) {
        return switch (this) {
            case DEFAULT -> null;
            case LITERAL -> part.required("literal").asText();
            case EXPRESSION ->
                takesExpression(part) ? part.required("expression").asText() : "${'text'}";
            case INVALID -> part.required("invalid").path("value").asText("${context.Nonsense}");
        };
    }

    /** What is expected beyond the part's own settings. */
    Case expected(Case common, JsonNode part) {
        Case all = common.with(part);
        return switch (this) {
            case DEFAULT -> all.with(part.required("default"));
            case LITERAL -> all;
            case EXPRESSION -> takesExpression(part) ? all : refused(all, "takes no expression");
            case INVALID ->
                part.required("invalid").has("error") || part.get("invalid").has("ignored")
                        ? all.with(part.get("invalid"))
                        : refused(all, takesExpression(part) ? "Nonsense" : "takes no expression");
        };
    }

    private static Case refused(Case all, String message) {
        return all.with(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("error", message));
    }

    static boolean takesExpression(JsonNode part) {
        return !part.required("expression").asText().equals(NONE);
    }
}
