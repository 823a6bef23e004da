package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A request to a language model: chat completions, completions, embeddings or responses.
 *
 * @param body the JSON; missing where the text is none that can be read
 * @param unread the text where it cannot be read: a backend may be less strict, so it is never taken for nothing
 * @param model that the body names, or the deployment that the path names (Azure OpenAI); empty where neither does
 */
record ModelRequest(JsonNode body, String unread, String model) {
    private static final String DEPLOYMENTS = "/deployments/";

    static ModelRequest parse(byte[] bytes, String path) {
        JsonNode body = json(bytes);
        String named = body.path("model").asText("");
        String unread = body.isObject() ? "" : new String(bytes, StandardCharsets.UTF_8);
        return new ModelRequest(body, unread, named.isEmpty() ? deployment(path) : named);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = Json.mapper().readTree(bytes);
            return node != null && node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String deployment(String path) {
        int start = path.indexOf(DEPLOYMENTS);
        if (start < 0) {
            return "";
        }
        String rest = path.substring(start + DEPLOYMENTS.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    /** Whether the answer is to come piece by piece. */
    boolean streams() {
        return body.path("stream").asBoolean(false);
    }

    /** Whether it is a chat: only then messages have roles. */
    boolean isChat() {
        return body.path("messages").isArray();
    }

    /** Whether its answer is a text, which can be kept and checked; that to an embedding is not. */
    boolean asksForText() {
        return isChat() || body.has("prompt") || body.has("input") && !isEmbedding();
    }

    /** Embeddings have nothing but an input; responses have instructions, limits or items as well. */
    private boolean isEmbedding() {
        JsonNode input = body.path("input");
        boolean items = input.isArray() && input.path(0).isObject();
        return !items && (body.has("encoding_format") || body.has("dimensions") || model.contains("embedding"));
    }
}
