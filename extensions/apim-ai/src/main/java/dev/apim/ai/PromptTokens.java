package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;

/**
 * Counts the tokens of a prompt as its model will: texts by the model's vocabulary, and what a chat adds around each message. Images are
 * counted at the most that one takes. Its time grows with the text: call it on a worker.
 */
final class PromptTokens {
    private static final int MESSAGE = 3;
    private static final int NAME = 1;
    private static final int REPLY = 3;
    private static final int IMAGE = 1_200;

    private final Tokenizer tokenizer;

    private PromptTokens(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static long of(ModelRequest request) {
        JsonNode body = request.body();
        PromptTokens count = new PromptTokens(Tokenizer.of(request.model()));
        if (!body.isObject()) {
            return count.tokenizer.count(request.unread());
        }
        long offered = count.written(body.path("tools")) + count.written(body.path("functions"));
        if (request.isChat()) {
            return offered + count.content(body.path("system")) + count.messages(body.path("messages")) + REPLY;
        }
        return offered
                + count.content(body.path("systemInstruction"))
                + count.content(body.path("contents"))
                + count.content(body.path("instructions"))
                + count.content(body.path("prompt"))
                + count.content(body.path("input"));
    }

    private long messages(JsonNode messages) {
        long tokens = 0;
        for (JsonNode message : messages) {
            tokens += MESSAGE + tokenizer.count(message.path("role").asText("")) + content(message.path("content"));
            if (message.hasNonNull("name")) {
                tokens += NAME + tokenizer.count(message.path("name").asText(""));
            }
            for (JsonNode call : message.path("tool_calls")) {
                tokens += content(call.path("function").path("name"))
                        + content(call.path("function").path("arguments"));
            }
        }
        return tokens;
    }

    /** A text, tokens already made, parts of a message, or a list of any of these. */
    private long content(JsonNode node) {
        if (node.isTextual()) {
            return tokenizer.count(node.textValue());
        }
        if (node.isNumber()) {
            return 1;
        }
        long tokens = 0;
        if (node.isArray()) {
            for (JsonNode part : node) {
                tokens += content(part);
            }
        } else if (node.isObject()) {
            tokens = part(node);
        }
        return tokens;
    }

    private long part(JsonNode part) {
        String type = part.path("type").asText("");
        if (type.contains("image") || part.has("inlineData") || part.has("fileData")) {
            return IMAGE;
        }
        long role =
                part.has("role") ? MESSAGE + tokenizer.count(part.path("role").asText("")) : 0;
        return role
                + content(part.path("text"))
                + content(part.path("content"))
                + content(part.path("parts"))
                + written(part.path("input"))
                + content(part.path("arguments"))
                + content(part.path("output"));
    }

    /** The model sees a description of each tool, whose length is about that of its JSON. */
    private long written(JsonNode tools) {
        return tools.isEmpty() ? 0 : tokenizer.count(Json.write(tools));
    }
}
