package dev.apim.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What is written for a part of a policy. */
enum Kind {
    /** Nothing. */
    DEFAULT,
    /** A literal. */
    LITERAL,
    /** A Jakarta EL expression that means the same as the literal. */
    EXPRESSION,
    /** The same in C#. */
    CSHARP,
    /** What cannot be right. */
    INVALID,
    /** A C# expression that cannot be right. */
    CSHARP_INVALID;

    private static final String NONE = "none";

    /** What is written; {@code null} for nothing. */
    @Nullable
    String value(JsonNode part) {
        return switch (this) {
            case DEFAULT -> null;
            case LITERAL -> part.required("literal").asText();
            case EXPRESSION ->
                takesExpression(part) ? part.required("expression").asText() : "${'text'}";
            case CSHARP ->
                takesExpression(part) ? csharp(part.required("expression").asText()) : "@(\"text\")";
            case INVALID -> part.required("invalid").path("value").asText("${context.Nonsense}");
            case CSHARP_INVALID -> "@(context.Nonsense)";
        };
    }

    /** What is expected beyond the part's own settings. */
    Case expected(Case common, JsonNode part) {
        Case all = common.with(part);
        return switch (this) {
            case DEFAULT -> all.with(part.required("default"));
            case LITERAL -> all;
            case EXPRESSION, CSHARP -> takesExpression(part) ? all : refused(all, "takes no expression");
            case CSHARP_INVALID ->
                part.required("invalid").has("ignored")
                        ? all.with(part.get("invalid"))
                        : refused(all, takesExpression(part) ? "Nonsense" : "takes no expression");
            case INVALID ->
                part.required("invalid").has("error")
                                || part.get("invalid").has("doubt")
                                || part.get("invalid").has("ignored")
                        ? all.with(part.get("invalid"))
                        : refused(all, takesExpression(part) ? "Nonsense" : "takes no expression");
        };
    }

    /** The two languages differ in their quotes only, as far as the matrix uses them. */
    private static String csharp(String el) {
        return "@(" + el.substring(2, el.length() - 1).replace('\'', '"') + ")";
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
