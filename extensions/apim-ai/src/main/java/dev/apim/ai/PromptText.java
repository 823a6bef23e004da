package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/** The text of a prompt, as people read it. */
final class PromptText {
    /** Where a request has its prompt; whichever is there counts, for a backend may read what another would not. */
    private static final List<String> PARTS = List.of("messages", "contents", "prompt", "suffix", "input");

    private PromptText() {}

    /** All of it, a line for each message or part. */
    static String of(ModelRequest request) {
        return of(request, role -> true);
    }

    /** The same without the messages of roles that are not wanted. */
    static String of(ModelRequest request, Predicate<String> wanted) {
        StringBuilder text = new StringBuilder();
        JsonNode body = request.body();
        if (wanted.test("system")) {
            add(body.path("system"), wanted, text);
            add(body.path("systemInstruction"), wanted, text);
            add(body.path("instructions"), wanted, text);
        }
        for (String name : PARTS) {
            add(body.path(name), wanted, text);
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
            add(node.path("parts"), wanted, text);
            add(node.path("arguments"), wanted, text);
            add(node.path("input"), wanted, text);
            add(node.path("output"), wanted, text);
            node.path("tool_calls").forEach(call -> add(call.path("function"), wanted, text));
        }
    }
}
