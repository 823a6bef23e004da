package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** The text of a prompt, as people read it. */
final class PromptText {
    private PromptText() {}

    /** All of it, a line for each message or part. */
    static String of(ModelRequest request) {
        return of(request, role -> true);
    }

    /** The same without the messages of roles that are not wanted. */
    static String of(ModelRequest request, Predicate<String> wanted) {
        StringBuilder text = new StringBuilder();
        JsonNode body = request.body();
        if (request.isChat()) {
            body.path("messages").forEach(message -> add(message, wanted, text));
        } else {
            if (wanted.test("system")) {
                add(body.path("instructions"), wanted, text);
            }
            add(body.path("prompt"), wanted, text);
            add(body.path("suffix"), wanted, text);
            add(body.path("input"), wanted, text);
        }
        return text.toString();
    }

    private static void add(JsonNode node, Predicate<String> wanted, StringBuilder text) {
        if (node.isTextual()) {
            text.append(text.isEmpty() ? "" : "\n").append(node.textValue());
        } else if (node.isArray()) {
            node.forEach(part -> add(part, wanted, text));
        } else if (node.isObject()
                && (!node.has("role") || wanted.test(node.path("role").asText("")))) {
            add(node.path("text"), wanted, text);
            add(node.path("content"), wanted, text);
            add(node.path("arguments"), wanted, text);
            add(node.path("output"), wanted, text);
            node.path("tool_calls").forEach(call -> add(call.path("function"), wanted, text));
        }
    }
}
